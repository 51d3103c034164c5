/** An operation of the ERP that runs on after its action was called; plain data, to be kept or passed to `resume`. */
export interface OperationHandle {
  /** Path of its status below the base URL. */
  readonly statusPath: string;
  /** The action, such as `POST /entity/Default/24.200.001/SalesOrder/SalesOrderCreateShipment`. */
  readonly operation: string;
  /** When it was started, in milliseconds since 1970. */
  readonly startedAt: number;
}
