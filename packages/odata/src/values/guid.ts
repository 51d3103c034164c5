import { AcumaticaQueryError } from '@acurecord/errors';
import { describeValue } from './describe-value.js';
import { hasBrand } from './has-brand.js';

const brand = Symbol.for('@acurecord/odata/guid');

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A checked GUID. Needed with the untyped `F` only: a typed GUID field takes plain text. Made by {@link guid}. */
export class Guid {
  readonly text: string;

  constructor(text: string) {
    if (!Guid.matches(text))
      throw new AcumaticaQueryError(
        `${describeValue(text)} is not a GUID such as 7d38e6f1-0000-4000-8000-0690322d016b.`,
      );
    this.text = text.toLowerCase();
    Object.freeze(this);
  }

  /** Whether a text has the form of a GUID, with dashes and without braces. */
  static matches(text: string): boolean {
    return typeof text === 'string' && shape.test(text);
  }

  toString(): string {
    return this.text;
  }

  /** Whether a value is a Guid, also of another installed copy of this package. */
  static is(value: unknown): value is Guid {
    return hasBrand(value, brand);
  }

  /** @internal */
  get [brand](): true {
    return true;
  }

  toJSON(): string {
    return this.text;
  }
}

/** Marks a text as a GUID: `F.id.eq(guid('7d38e6f1-…'))`. @throws {AcumaticaQueryError} when it is none. */
export function guid(text: string): Guid {
  return new Guid(text);
}
