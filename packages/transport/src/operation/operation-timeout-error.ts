import { AcumaticaTimeoutError } from '@acurecord/errors';
import type { Operation } from './operation-handle.js';

/** The time to wait for an operation is over. The ERP works on: `resume(error.handle)` waits again. */
export class OperationTimeoutError extends AcumaticaTimeoutError {
  /** The operation that still runs. */
  readonly handle: Operation;
  /** Starting it again would do it twice. */
  readonly repeatable = false;

  constructor(handle: Operation, timeoutMs: number) {
    const { operation } = handle;
    const timeoutSeconds = timeoutMs / 1000;
    super(`${operation} was not finished within ${timeoutSeconds} s; the ERP works on.`, {
      operation,
      timeoutSeconds,
      context: { operation: handle.toJSON() },
      suggestions: ['Wait on with resume(error.handle), or look at the record later; do not start it again.'],
    });
    this.handle = handle;
  }
}
