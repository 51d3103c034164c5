import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import type { Operation } from './operation-handle.js';

/**
 * The ERP has begun an operation, and its end is not known: whoever waited gave up, or asking for its state failed; `cause` says which.
 * The ERP works on: `resume(error.handle)` waits again.
 */
export class OperationAbandonedError extends AcumaticaAmbiguousOutcomeError {
  /** The operation that was begun. */
  readonly handle: Operation;

  constructor(handle: Operation, cause: Error) {
    const { operation } = handle;
    super(`${operation} was begun by the ERP, which works on; how it ends is not known: ${cause.message}`, {
      operation,
      context: { operation: handle.toJSON() },
      suggestions: ['Wait on with resume(error.handle), or look at the record later; do not start it again.'],
      cause,
    });
    this.handle = handle;
  }
}
