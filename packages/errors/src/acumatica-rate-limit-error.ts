import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';

/** What AcumaticaRateLimitError carries besides the common facts. */
export interface AcumaticaRateLimitErrorOptions extends AcumaticaErrorOptions {
  /** Seconds to wait before the next try, where the server says it. */
  readonly retryAfter?: number;
}

/** The server declines requests for now (429). */
export class AcumaticaRateLimitError extends AcumaticaError {
  static override readonly code: string = 'RATE_LIMIT';

  /** Seconds to wait before the next try, where the server says it. */
  readonly retryAfter?: number;

  static {
    brandError(this, 'AcumaticaRateLimitError');
  }

  constructor(message: string, options: AcumaticaRateLimitErrorOptions = {}) {
    super(message, options);
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }

  protected override details(): Record<string, unknown> {
    return { retryAfter: this.retryAfter };
  }
}
