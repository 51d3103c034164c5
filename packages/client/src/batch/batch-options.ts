import { AcumaticaConfigError, refuseUnknownOptions } from '@acurecord/errors';
import type { OptionNames } from '@acurecord/errors';

/** How far a batch has come. */
export interface BatchProgress {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

/** How a batch runs. */
export interface BatchOptions {
  /** Calls under way at once. @default 5 */
  readonly concurrency?: number;
  /** Whether the first failure ends the batch: calls under way are aborted, the others not started. @default false */
  readonly failFast?: boolean;
  /** Ends the batch; what has not ended by then counts as failed. */
  readonly signal?: AbortSignal;
  /** Called after each call. */
  readonly onProgress?: (progress: BatchProgress) => void;
  /** Time for one call, its waiting for the rate limit included. @default no limit but that of each request */
  readonly timeoutMs?: number;
}

const BATCH_OPTIONS: OptionNames<BatchOptions> = {
  concurrency: true,
  failFast: true,
  signal: true,
  onProgress: true,
  timeoutMs: true,
};

/** Options of a batch that make sense. */
export type CheckedBatchOptions = BatchOptions & { readonly concurrency: number };

/** @throws AcumaticaQueryError for an option that does not exist, AcumaticaConfigError for a concurrency or a time that is none */
export function checkedOptions(options: BatchOptions): CheckedBatchOptions {
  refuseUnknownOptions('batch()', options, BATCH_OPTIONS);
  const { concurrency = 5, timeoutMs } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new AcumaticaConfigError('The concurrency of a batch must be a whole number above 0.');
  }
  if (timeoutMs !== undefined && !(timeoutMs > 0)) {
    throw new AcumaticaConfigError('The timeoutMs of a batch must be a number above 0.');
  }
  return { ...options, concurrency };
}
