import { AcumaticaConnectionError } from '@acurecord/errors';

/** A try was cut off by its caller, or by the end of the transport, after it had left. The retry policy says what that means for the call. */
export class CutOff extends AcumaticaConnectionError {
  /** Why it was cut. */
  readonly reason: Error;

  constructor(operation: string, reason: Error) {
    super(`${operation} was cut off on its way: ${reason.message}`, { operation, cause: reason });
    this.reason = reason;
  }
}
