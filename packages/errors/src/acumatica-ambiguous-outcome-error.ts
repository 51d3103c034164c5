import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';
import { AcumaticaQueryError } from './acumatica-query-error.js';

/** What AcumaticaAmbiguousOutcomeError carries besides the common facts. */
export interface AcumaticaAmbiguousOutcomeErrorOptions extends AcumaticaErrorOptions {
  /** @default false */
  readonly repeatable?: boolean;
}

/**
 * A write left, and nobody knows whether the ERP has done it: its answer was lost or is none of the ERP's, or whoever waited
 * for it gave up, which `cause` tells. It is never repeated on its own; look before you send it again: `findWritten()` does
 * where something identifies the record, else the suggestions say where.
 */
export class AcumaticaAmbiguousOutcomeError extends AcumaticaError {
  static override readonly code: string = 'AMBIGUOUS_OUTCOME';

  /** Whether sending it again does no harm, since the write names its record: then nothing needs to be looked up before. */
  readonly repeatable: boolean;

  #search: (() => Promise<unknown>) | undefined;

  static {
    brandError(this, 'AcumaticaAmbiguousOutcomeError');
  }

  constructor(message: string, options: AcumaticaAmbiguousOutcomeErrorOptions = {}) {
    super(message, options);
    this.repeatable = options.repeatable ?? false;
  }

  /**
   * Looks for the record that the write was about, past every cache. `undefined` means that it is not there now, never that
   * it was not written: the ERP may still be at it.
   *
   * @throws AcumaticaQueryError where nothing identifies it: no id, no key that the form is known to keep, no anchor
   */
  async findWritten<T = unknown>(): Promise<T | undefined> {
    if (this.#search) return (await this.#search()) as T | undefined;
    throw new AcumaticaQueryError('Nothing identifies what was written, so nobody can look for it.', {
      suggestions: [
        'Create documents that the ERP numbers with an anchor: create(init, { anchor: "CustomerOrder" }).',
        "Say of a form that keeps the keys it is given: @entity(name, { numbering: 'manual' }).",
      ],
      cause: this,
    });
  }

  /** Says how to look for the record; the first search counts. Gives the error. */
  searchedBy(search: () => Promise<unknown>): this {
    this.#search ??= search;
    return this;
  }

  protected override details(): Record<string, unknown> {
    return { repeatable: this.repeatable };
  }
}
