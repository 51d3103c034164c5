import { AcumaticaAmbiguousOutcomeError, AcumaticaBatchError } from '@acurecord/errors';
import { OperationTimeoutError } from '@acurecord/transport';
import type { BatchOptions } from './batch-options.js';

/** How one call of a batch ended, and how long it took. */
export type BatchResult<T> =
  | { readonly ok: true; readonly value: T; readonly ms: number }
  | { readonly ok: false; readonly error: Error; readonly ms: number };

/** Runs the calls with these indexes once more. */
type RunAgain<T> = (indexes: readonly number[], options: BatchOptions) => Promise<readonly BatchResult<T>[]>;

/** How every call of a batch ended, in the order of the calls. */
export class BatchResults<T> extends Array<BatchResult<T>> {
  #runAgain: RunAgain<T> = () => Promise.resolve([]);

  /** `map`, `filter` and the like make ordinary lists. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** Results of calls that `runAgain` can repeat. */
  static withRepeat<T>(results: readonly BatchResult<T>[], runAgain: RunAgain<T>): BatchResults<T> {
    const all = new BatchResults<T>();
    for (const result of results) all.push(result);
    all.#runAgain = runAgain;
    return all;
  }

  /** Whether every call succeeded. */
  get ok(): boolean {
    return this.every((result) => result.ok);
  }

  /** The failed calls by their place in the batch. */
  get failures(): { readonly index: number; readonly error: Error }[] {
    return this.flatMap((result, index) => (result.ok ? [] : [{ index, error: result.error }]));
  }

  /** What all calls gave. @throws AcumaticaBatchError that lists the failures, when there are any */
  valuesOrThrow(): T[] {
    const { failures } = this;
    if (failures.length === 0) return this.flatMap((result) => (result.ok ? [result.value] : []));
    const first = failures[0]?.error.message ?? '';
    throw new AcumaticaBatchError(`${failures.length} of ${this.length} calls failed; the first one: ${first}`, {
      failures,
    });
  }

  /**
   * Runs the failed calls again, and those that were never started; gives the results of all calls as they are then. They
   * run as they did before, unless `options` say otherwise; a signal that has ended the batch does not end this.
   *
   * A call of which nobody knows whether the ERP has done it (AcumaticaAmbiguousOutcomeError) is left alone, unless it says
   * `repeatable`, and so is an action that the ERP works on (OperationTimeoutError): run again, they could do it twice.
   */
  async retryFailed(options: BatchOptions = {}): Promise<BatchResults<T>> {
    const again = this.failures.filter(({ error }) => mayRunAgain(error));
    const indexes = again.map(({ index }) => index);
    const results = await this.#runAgain(indexes, options);
    const merged = [...this];
    indexes.forEach((index, position) => {
      const result = results[position];
      if (result !== undefined) merged[index] = result;
    });
    return BatchResults.withRepeat(merged, this.#runAgain);
  }
}

/** Whether running a failed call again can do nothing twice. */
function mayRunAgain(error: Error): boolean {
  if (AcumaticaAmbiguousOutcomeError.is(error)) return error.repeatable;
  return !(error instanceof OperationTimeoutError);
}
