import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';

/** What AcumaticaCannotOptimizeError carries besides the common facts. */
export interface AcumaticaCannotOptimizeErrorOptions extends AcumaticaErrorOptions {
  /** The fields that the server names. */
  readonly fields?: readonly string[];
}

/** The list cannot be read as asked: some fields come from views that the server only fills one record at a time. Select other fields, or read record by record. */
export class AcumaticaCannotOptimizeError extends AcumaticaError {
  static override readonly code: string = 'CANNOT_OPTIMIZE';

  /** The fields that the server names. */
  readonly fields: readonly string[];

  static {
    brandError(this, 'AcumaticaCannotOptimizeError');
  }

  constructor(message: string, options: AcumaticaCannotOptimizeErrorOptions = {}) {
    super(message, options);
    this.fields = options.fields ?? [];
  }

  protected override details(): Record<string, unknown> {
    return { fields: this.fields };
  }
}
