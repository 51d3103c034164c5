import { AcumaticaBatchError } from '@acurecord/errors';
import type { BatchOptions } from './batch-options.js';

/**
 * How one call of a batch ended, and how long it took. `repeatable` says whether running it again can do nothing twice, as
 * far as its requests tell.
 */
export type BatchResult<T> =
  | { readonly ok: true; readonly value: T; readonly ms: number; readonly repeatable: boolean }
  | { readonly ok: false; readonly error: Error; readonly ms: number; readonly repeatable: boolean };

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
      repeatable: this.every(({ repeatable }) => repeatable),
    });
  }

  /**
   * Runs the failed calls again, and those that were never started; gives the results of all calls as they are then. They
   * run as they did before, unless `options` say otherwise; a signal that has ended the batch does not end this.
   *
   * A call that is not `repeatable` is left alone, since it could make a second document: it has written something that
   * nothing identifies, or nobody knows whether the ERP has done it (AcumaticaAmbiguousOutcomeError), or the ERP is still at
   * it (OperationTimeoutError).
   */
  async retryFailed(options: BatchOptions = {}): Promise<BatchResults<T>> {
    const indexes = this.flatMap((result, index) => (!result.ok && result.repeatable ? [index] : []));
    const results = await this.#runAgain(indexes, options);
    const merged = [...this];
    indexes.forEach((index, position) => {
      const result = results[position];
      if (result !== undefined) merged[index] = result;
    });
    return BatchResults.withRepeat(merged, this.#runAgain);
  }
}
