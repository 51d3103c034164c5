import { brandError } from './error-brand.js';
import { AcumaticaAuthError } from './acumatica-auth-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';

/** What AcumaticaSeatLimitError carries besides the common facts. */
export interface AcumaticaSeatLimitErrorOptions extends AcumaticaErrorOptions {
  /** How many seats there are, where the server says it. */
  readonly limit?: number;
}

/** All API seats of the licence or of this user are taken. Seats free themselves when their holders sign out, or some ten minutes after their last call. */
export class AcumaticaSeatLimitError extends AcumaticaAuthError {
  static override readonly code: string = 'SEAT_LIMIT';

  /** How many seats there are, where the server says it. */
  readonly limit?: number;

  static {
    brandError(this, 'AcumaticaSeatLimitError');
  }

  constructor(message: string, options: AcumaticaSeatLimitErrorOptions = {}) {
    super(message, options);
    if (options.limit !== undefined) this.limit = options.limit;
  }

  protected override details(): Record<string, unknown> {
    return { limit: this.limit };
  }
}
