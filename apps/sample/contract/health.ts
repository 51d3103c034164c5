/** `GET /api/health`, and the event `health`: how the one connection to the ERP is doing. */
export interface Health {
  readonly state: 'ok' | 'degraded' | 'down';
  /** Requests sent to the ERP within the last sixty seconds. */
  readonly requestsLastMinute: number;
  /** What the licence allows in a minute; null when it is not known. */
  readonly requestsPerMinute: number | null;
  /** API sessions this program holds, and how many the licence has; null when that is not known. */
  readonly seats: { readonly inUse: number; readonly limit: number | null };
  readonly cache: { readonly hits: number; readonly misses: number };
  /** Requests sent again after a failure, since the start. */
  readonly retries: number;
  /** Answers 429, since the start. */
  readonly throttled: number;
  /** Requests that are sent and not answered yet. */
  readonly waiting: number;
  /** How often the client signed in; 1 is normal. */
  readonly signIns: number;
  /** Start of the program, ISO. */
  readonly since: string;
  /** The latest failure, where one happened within the last minute. */
  readonly lastError?: { readonly at: string; readonly message: string };
}
