import { AcumaticaError } from '@acurecord/errors';
import type { Clock } from '../clock.js';
import { reasonOf } from '../clock.js';

/** The calls and operations under way: what `close` waits for, and what it aborts. */
export class Flights {
  readonly #aborts = new Set<(reason: Error) => void>();
  #whenEmpty: (() => void) | undefined;
  /** Whether new ones are refused. */
  closed = false;

  /** Runs work under a signal that `endAll` and the caller's signal abort. @throws AcumaticaError with code `CLOSED` after the end */
  async run<T>(signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.closed) throw closedError();
    if (signal?.aborted) throw reasonOf(signal);
    const controller = new AbortController();
    const abort = (reason: Error): void => controller.abort(reason);
    const follow = (): void => abort(reasonOf(signal));
    signal?.addEventListener('abort', follow, { once: true });
    this.#aborts.add(abort);
    try {
      return await work(controller.signal);
    } finally {
      signal?.removeEventListener('abort', follow);
      this.#aborts.delete(abort);
      if (this.#aborts.size === 0) this.#whenEmpty?.();
    }
  }

  /** Waits until all have ended; those that need longer than `graceMs` are aborted. */
  async endAll(graceMs: number, clock: Clock): Promise<void> {
    if (this.#aborts.size === 0) return;
    const ended = new Promise<void>((resolve) => (this.#whenEmpty = resolve));
    const cancel = clock.after(graceMs, () => {
      for (const abort of [...this.#aborts]) abort(closedError());
    });
    await ended;
    this.#whenEmpty = undefined;
    cancel();
  }
}

function closedError(): AcumaticaError {
  return new AcumaticaError('The transport is closed.', { code: 'CLOSED', suggestions: ['Open another one.'] });
}
