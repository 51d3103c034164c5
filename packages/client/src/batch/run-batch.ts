import {
  AcumaticaAmbiguousOutcomeError,
  AcumaticaAuthError,
  AcumaticaBatchError,
  AcumaticaSeatLimitError,
  AcumaticaTimeoutError,
  AcumaticaValidationError,
} from '@acurecord/errors';
import { OperationTimeoutError } from '@acurecord/transport';
import { runInScope } from '../scope/call-scope.js';
import { OpenWrites } from '../scope/open-writes.js';
import type { OpenWrite } from '../scope/open-writes.js';
import { checkedOptions } from './batch-options.js';
import type { BatchOptions, CheckedBatchOptions } from './batch-options.js';
import { BatchResults } from './batch-results.js';
import type { BatchResult } from './batch-results.js';

/** One call of a batch; `signal` aborts when the batch or its time is over. */
export type BatchCall<T> = (signal: AbortSignal) => Promise<T> | T;

/**
 * Runs calls side by side. It never rejects because a call failed: each result says how its call ended. Requests that a
 * call makes through a client end with the batch's signal without being told. `around` runs each call, repeated ones too.
 */
export async function runBatch<T>(
  calls: Iterable<BatchCall<T>>,
  options: BatchOptions = {},
  around: <R>(work: () => R) => R = (work) => work(),
): Promise<BatchResults<T>> {
  const within =
    (call: BatchCall<T>): BatchCall<T> =>
    (signal) =>
      around(() => call(signal));
  const all = Array.from(calls, within);
  const run = async (indexes: readonly number[], settings: BatchOptions) =>
    new BatchRun(all, indexes, checkedOptions(settings)).run();
  const first = await run(
    all.map((_, index) => index),
    options,
  );
  return BatchResults.withRepeat(first, (indexes, changes) => run(indexes, { ...withoutEnd(options), ...changes }));
}

/** A signal that has ended the batch would end every other one at once. */
function withoutEnd({ signal, ...options }: BatchOptions): BatchOptions {
  return signal === undefined || signal.aborted ? options : { ...options, signal };
}

class BatchRun<T> {
  readonly #calls: readonly BatchCall<T>[];
  readonly #indexes: readonly number[];
  readonly #options: CheckedBatchOptions;
  readonly #results: BatchResult<T>[] = [];
  readonly #stop = new AbortController();
  #next = 0;
  #done = 0;
  #failed = 0;

  constructor(calls: readonly BatchCall<T>[], indexes: readonly number[], options: CheckedBatchOptions) {
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

  async #outcomeOf(call: BatchCall<T>): Promise<Outcome<T>> {
    const { timeoutMs } = this.#options;
    const time = new AbortController();
    const timer =
      timeoutMs === undefined ? undefined : setTimeout(() => time.abort(timeoutError(timeoutMs)), timeoutMs);
    const signal = AbortSignal.any([this.#stop.signal, time.signal]);
    const writes = new OpenWrites(signal);
    try {
      signal.throwIfAborted();
      const value = await endedBy(signal, () => runInScope({ signal }, () => call(signal), writes));
      return { ok: true, value, repeatable: !writes.haveMade };
    } catch (failure) {
      const thrown = failure instanceof Error ? failure : new Error(String(failure));
      const error = writes.inDoubt.length > 0 ? ambiguous(thrown, writes.inDoubt) : thrown;
      return { ok: false, error, repeatable: !writes.haveMade && mayRunAgain(error) };
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

type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly repeatable: boolean }
  | { readonly ok: false; readonly error: Error; readonly repeatable: boolean };

/** Whether what a call failed with leaves no doubt that it can be run again; a refused account is locked after some tries. */
function mayRunAgain(error: Error): boolean {
  if (AcumaticaAmbiguousOutcomeError.is(error)) return error.repeatable;
  if (AcumaticaValidationError.is(error) && error.written) return false;
  if (AcumaticaAuthError.is(error)) return AcumaticaSeatLimitError.is(error);
  return !(error instanceof OperationTimeoutError);
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

/** The batch ended a call whose writes had left. */
function ambiguous(cause: Error, writes: readonly OpenWrite[]): AcumaticaAmbiguousOutcomeError {
  const repeatable = writes.every((write) => write.repeatable);
  return new AcumaticaAmbiguousOutcomeError(
    `A call was ended while it wrote, and the ERP may have done it or not: ${cause.message}`,
    {
      repeatable,
      suggestions: [
        repeatable
          ? 'retryFailed() sends it again, which does no harm: it names its record.'
          : 'Look in the ERP whether it is there; retryFailed() leaves this call alone.',
      ],
      cause,
    },
  );
}

function timeoutError(timeoutMs: number): AcumaticaTimeoutError {
  const seconds = timeoutMs / 1000;
  return new AcumaticaTimeoutError(`The call took longer than the ${seconds} s that its batch gives each call.`, {
    timeoutSeconds: seconds,
  });
}
