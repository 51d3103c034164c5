import type { ResponseType } from '../transport-request.js';

/** How to wait for an operation. */
export interface OperationOptions {
  /** First pause between two looks at the status; pauses grow to `maxPollMs`. @default 500 */
  readonly pollMs?: number;
  /** @default 10_000 */
  readonly maxPollMs?: number;
  /** Time for the whole waiting; when it is over the ERP works on. @default no bound */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** See `TransportRequest.priority`. @default 0 */
  readonly priority?: number;
  readonly onProgress?: (progress: OperationProgress) => void;
  /** Further headers of the call that starts it, such as `Accept` for the format of a report. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the finished operation gives: `bytes` or `stream` for a report. @default 'json' */
  readonly responseType?: ResponseType;
}

/** Told after each look at an operation that is still running. */
export interface OperationProgress {
  /** Looks so far. */
  readonly polls: number;
  readonly elapsedMs: number;
}
