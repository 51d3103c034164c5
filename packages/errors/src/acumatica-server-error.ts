import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';

/** What AcumaticaServerError carries besides the common facts. */
export interface AcumaticaServerErrorOptions extends AcumaticaErrorOptions {
  /** The .NET type in the body, such as `PX.Data.PXException`. */
  readonly exceptionType?: string;
}

/** The server failed (5xx, an unexpected redirect, or an answer that makes no sense), and no more exact class fits. */
export class AcumaticaServerError extends AcumaticaError {
  static override readonly code: string = 'SERVER';

  /** The .NET type in the body, such as `PX.Data.PXException`. */
  readonly exceptionType?: string;

  static {
    brandError(this, 'AcumaticaServerError');
  }

  constructor(message: string, options: AcumaticaServerErrorOptions = {}) {
    super(message, options);
    if (options.exceptionType !== undefined) this.exceptionType = options.exceptionType;
  }

  protected override details(): Record<string, unknown> {
    return { exceptionType: this.exceptionType };
  }
}
