/** How often and how soon a failed call is sent again; which calls may be is not a matter of taste, see `planRetry`. */
export interface RetryOptions {
  /** Tries in all, the first one included. @default 3 */
  readonly attempts?: number;
  /** Upper end of the first random pause; it doubles each time. @default 250 */
  readonly baseDelayMs?: number;
  /** Longest pause, also where the ERP asks for more; other calls are not held longer either. @default 30_000 */
  readonly maxDelayMs?: number;
  /** How long to try again while the ERP answers that a long operation runs (409). @default 60_000 */
  readonly busyWaitMs?: number;
  /** A number from 0 to below 1, for the length of pauses. @default Math.random */
  readonly random?: () => number;
}
