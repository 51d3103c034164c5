import { brandError } from './error-brand.js';
import { AcumaticaConnectionError } from './acumatica-connection-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';

/** What AcumaticaTimeoutError carries besides the common facts. */
export interface AcumaticaTimeoutErrorOptions extends AcumaticaErrorOptions {
  /** The time that was allowed, in seconds. */
  readonly timeoutSeconds: number;
}

/** No answer came within the time allowed; a write may still have been stored. */
export class AcumaticaTimeoutError extends AcumaticaConnectionError {
  static override readonly code: string = 'TIMEOUT';

  /** The time that was allowed, in seconds. */
  readonly timeoutSeconds: number;

  static {
    brandError(this, 'AcumaticaTimeoutError');
  }

  constructor(message: string, options: AcumaticaTimeoutErrorOptions) {
    super(message, options);
    this.timeoutSeconds = options.timeoutSeconds;
  }

  protected override details(): Record<string, unknown> {
    return { timeoutSeconds: this.timeoutSeconds };
  }
}
