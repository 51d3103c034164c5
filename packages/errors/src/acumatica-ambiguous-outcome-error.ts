import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';

/** What AcumaticaAmbiguousOutcomeError carries besides the common facts. */
export interface AcumaticaAmbiguousOutcomeErrorOptions extends AcumaticaErrorOptions {
  /** @default false */
  readonly repeatable?: boolean;
}

/**
 * A write left, and nobody knows whether the ERP has done it: its answer was lost, or whoever waited for it gave up, which
 * `cause` tells. It is never repeated on its own; look before you send it again, the suggestions say where.
 */
export class AcumaticaAmbiguousOutcomeError extends AcumaticaError {
  static override readonly code: string = 'AMBIGUOUS_OUTCOME';

  /** Whether sending it again does no harm, since the write names its record: then nothing needs to be looked up before. */
  readonly repeatable: boolean;

  static {
    brandError(this, 'AcumaticaAmbiguousOutcomeError');
  }

  constructor(message: string, options: AcumaticaAmbiguousOutcomeErrorOptions = {}) {
    super(message, options);
    this.repeatable = options.repeatable ?? false;
  }

  protected override details(): Record<string, unknown> {
    return { repeatable: this.repeatable };
  }
}
