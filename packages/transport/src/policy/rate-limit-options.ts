/** How fast a transport may call. */
export interface RateLimitOptions {
  /** Calls each second on average; fractions work, `Infinity` switches it off. @default 10 */
  readonly callsPerSecond?: number;
  /** The licence's allowance; in any 60 seconds the transport stays below the half at which the ERP begins to delay. */
  readonly requestsPerMinute?: number;
  /** Use the whole of `requestsPerMinute`, delays included. @default false */
  readonly useFullAllowance?: boolean;
  /** Calls under way at once. @default no bound */
  readonly maxConcurrent?: number;
}
