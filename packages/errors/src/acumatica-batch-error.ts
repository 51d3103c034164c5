import { brandError } from './error-brand.js';
import { AcumaticaError } from './acumatica-error.js';
import type { AcumaticaErrorOptions } from './acumatica-error.js';
import { redactText } from './redact.js';

/** One call of a batch that failed. */
export interface BatchFailure {
  /** Its place in the batch, from 0. */
  readonly index: number;
  readonly error: unknown;
}

/** What AcumaticaBatchError carries besides the common facts. */
export interface AcumaticaBatchErrorOptions extends AcumaticaErrorOptions {
  readonly failures: readonly BatchFailure[];
  /** @default true */
  readonly repeatable?: boolean;
}

/** Some calls of a batch failed; the others took effect. */
export class AcumaticaBatchError extends AcumaticaError {
  static override readonly code: string = 'BATCH';

  /** The failed calls, in the order of the batch. */
  readonly failures: readonly BatchFailure[];

  /** Whether running all calls again can do nothing twice, as far as their requests tell. */
  readonly repeatable: boolean;

  static {
    brandError(this, 'AcumaticaBatchError');
  }

  constructor(message: string, options: AcumaticaBatchErrorOptions) {
    super(message, options);
    this.failures = options.failures;
    this.repeatable = options.repeatable ?? true;
  }

  protected override details(): Record<string, unknown> {
    return {
      repeatable: this.repeatable,
      failures: this.failures.map(({ index, error }) => ({
        index,
        error: error instanceof AcumaticaError ? error.toJSON() : redactText(String(error)),
      })),
    };
  }
}
