import {
  AcumaticaAmbiguousOutcomeError,
  AcumaticaBatchError,
  AcumaticaConfigError,
  AcumaticaTimeoutError,
} from '@acurecord/errors';
import { runInScope } from '../scope/call-scope.js';
import { OpenWrites } from '../scope/open-writes.js';
import { BatchResults } from './batch-results.js';
import type { BatchResult } from './batch-results.js';

/** One call of a batch; `signal` aborts when the batch or its time is over. */
export type BatchCall<T> = (signal: AbortSignal) => Promise<T> | T;

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

/**
 * Runs calls side by side. It never rejects because a call failed: each result says how its call ended. Requests that a
 * call makes through a client end with the batch's signal without being told. `around` runs each call, repeated ones too.
 */
export async function runBatch<T>(
  calls: Iterable<BatchCall<T>>,
  options: BatchOptions = {},
  around: <R>(work: () => R) => R = (work) => work(),
): Promise<BatchResults<T>> {
  const { concurrency = 5 } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new AcumaticaConfigError('The concurrency of a batch must be a whole number above 0.');
  }
  checkTimeout(options.timeoutMs);
  const within =
    (call: BatchCall<T>): BatchCall<T> =>
    (signal) =>
      around(() => call(signal));
  const all = Array.from(calls, within);
  const run = (indexes: readonly number[]) => new BatchRun(all, indexes, { ...options, concurrency }).run();
  return BatchResults.withRepeat(await run(all.map((_, index) => index)), run);
}

class BatchRun<T> {
  readonly #calls: readonly BatchCall<T>[];
  readonly #indexes: readonly number[];
  readonly #options: BatchOptions & { readonly concurrency: number };
  readonly #results: BatchResult<T>[] = [];
  readonly #stop = new AbortController();
  #next = 0;
  #done = 0;
  #failed = 0;

  constructor(
    calls: readonly BatchCall<T>[],
    indexes: readonly number[],
    options: BatchOptions & { readonly concurrency: number },
  ) {
    this.#calls = calls;
    this.#indexes = indexes;
    this.#options = options;
  }

  async run(): Promise<readonly BatchResult<T>[]> {
    const { signal, concurrency } = this.#options;
    const stop = (): void => this.#stop.abort(signal?.reason);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    const lanes = Math.min(concurrency, this.#indexes.length);
    await Promise.all(Array.from({ length: lanes }, () => this.#lane()));
    signal?.removeEventListener('abort', stop);
    return this.#results;
  }

  async #lane(): Promise<void> {
    for (;;) {
      const position = this.#next++;
      const index = this.#indexes[position];
      const call = index === undefined ? undefined : this.#calls[index];
      if (call === undefined) return;
      const started = performance.now();
      const outcome = await this.#outcomeOf(call);
      this.#results[position] = { ...outcome, ms: performance.now() - started };
      this.#account(outcome.ok ? undefined : { index: index ?? position, error: outcome.error });
    }
  }

  async #outcomeOf(call: BatchCall<T>): Promise<{ ok: true; value: T } | { ok: false; error: Error }> {
    const { timeoutMs } = this.#options;
    const time = new AbortController();
    const timer =
      timeoutMs === undefined ? undefined : setTimeout(() => time.abort(timeoutError(timeoutMs)), timeoutMs);
    const signal = AbortSignal.any([this.#stop.signal, time.signal]);
    const writes = new OpenWrites(signal);
    try {
      signal.throwIfAborted();
      return { ok: true, value: await endedBy(signal, () => runInScope({ signal }, () => call(signal), writes)) };
    } catch (failure) {
      const error = failure instanceof Error ? failure : new Error(String(failure));
      return { ok: false, error: writes.inDoubt ? ambiguous(error) : error };
    } finally {
      clearTimeout(timer);
    }
  }

  #account(failure: { readonly index: number; readonly error: Error } | undefined): void {
    this.#done += 1;
    if (failure !== undefined) this.#failed += 1;
    if (failure !== undefined && this.#options.failFast === true && !this.#stop.signal.aborted) {
      const message = `The batch was ended because call ${failure.index} failed: ${failure.error.message}`;
      this.#stop.abort(new AcumaticaBatchError(message, { failures: [failure], cause: failure.error }));
    }
    try {
      this.#options.onProgress?.({ done: this.#done, failed: this.#failed, total: this.#indexes.length });
    } catch (error) {
      process.emitWarning(`onProgress of a batch threw: ${String(error)}`, { code: 'ACURECORD_PROGRESS' });
    }
  }
}

/** A call may not heed its signal; nobody waits for it longer than that. */
async function endedBy<T>(signal: AbortSignal, work: () => Promise<T> | T): Promise<T> {
  let stop: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), ended]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}

/** @throws AcumaticaConfigError for a time that is none */
function checkTimeout(timeoutMs: number | undefined): void {
  if (timeoutMs === undefined || timeoutMs > 0) return;
  throw new AcumaticaConfigError('The timeoutMs of a batch must be a number above 0.');
}

/** The batch ended a call whose write had left. */
function ambiguous(cause: Error): AcumaticaAmbiguousOutcomeError {
  return new AcumaticaAmbiguousOutcomeError(
    `A call was ended while it wrote, and the ERP may have done it or not: ${cause.message}`,
    { suggestions: ['Look in the ERP whether it is there; retryFailed() leaves this call alone.'], cause },
  );
}

function timeoutError(timeoutMs: number): AcumaticaTimeoutError {
  const seconds = timeoutMs / 1000;
  return new AcumaticaTimeoutError(`The call took longer than the ${seconds} s that its batch gives each call.`, {
    timeoutSeconds: seconds,
  });
}
