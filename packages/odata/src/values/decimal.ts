import { AcumaticaQueryError } from '@acurecord/errors';
import { describeValue } from './describe-value.js';
import { hasBrand } from './has-brand.js';
import { plainDigits } from './plain-digits.js';

const brand = Symbol.for('@acurecord/odata/decimal');

/** An exact decimal number, kept digit by digit. Made by {@link decimal}. */
export class Decimal {
  /** Plain digits, such as `-12.50`; never an exponent. */
  readonly text: string;

  constructor(text: string) {
    const digits = typeof text === 'string' ? plainDigits(text) : undefined;
    if (digits === undefined)
      throw new AcumaticaQueryError(`${describeValue(text)} is not a decimal number such as 1234.50.`);
    this.text = digits;
    Object.freeze(this);
  }

  toString(): string {
    return this.text;
  }

  /** Whether a value is a Decimal, also of another installed copy of this package. */
  static is(value: unknown): value is Decimal {
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

/** Marks a text as an exact decimal: `F.Amount.eq(decimal('12345678901234567.89'))`. @throws {AcumaticaQueryError} when it is none. */
export function decimal(text: string): Decimal {
  return new Decimal(text);
}
