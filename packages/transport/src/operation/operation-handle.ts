/** An operation as plain data, to be kept in a file or a queue. */
export interface OperationHandle {
  /** Path of its status below the base URL. */
  readonly statusPath: string;
  /** What started it, such as `POST /entity/Default/24.200.001/SalesOrder/SalesOrderCreateShipment`. */
  readonly operation: string;
  /** When it was started, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** An operation of the ERP that runs on after its action was called; `transport.resume` waits for its end. */
export class Operation implements OperationHandle {
  readonly statusPath: string;
  readonly operation: string;
  readonly startedAt: number;

  constructor({ statusPath, operation, startedAt }: OperationHandle) {
    this.statusPath = statusPath;
    this.operation = operation;
    this.startedAt = startedAt;
  }

  /** Plain data that `resume` takes as well, as long as the session lasts. */
  toJSON(): OperationHandle {
    return { ...this };
  }
}
