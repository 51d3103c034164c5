/** How a failed run is tried again. */
export interface TaskRetryOptions {
  /** How often the task is tried in all, the first time included. */
  readonly attempts: number;
  /** How long the first retry waits. @default 1000 */
  readonly delayMs?: number;
  /** By what each wait is longer than the one before. @default 2 */
  readonly factor?: number;
  /** Lengthens each wait by a random part of it, up to this fraction (0 to 1). @default 0 */
  readonly jitter?: number;
}

/** The milliseconds to wait before the try after `attempt` (from 1), or `undefined` when there is none; `random` is from 0 to 1. */
export function retryDelayMs(retry: TaskRetryOptions, attempt: number, random: number): number | undefined {
  if (attempt >= retry.attempts) return undefined;
  const { delayMs = 1_000, factor = 2, jitter = 0 } = retry;
  return Math.round(delayMs * factor ** (attempt - 1) * (1 + jitter * random));
}
