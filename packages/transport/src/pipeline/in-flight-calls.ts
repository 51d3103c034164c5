import { Readable } from 'node:stream';
import { AcumaticaError } from '@acurecord/errors';
import type { Clock } from '../clock.js';
import type { TransportResponse } from '../transport-response.js';
import { CancellationScope } from './cancellation-scope.js';

/** The calls and operations under way: what `close` waits for, and what it cuts. */
export class InFlightCalls {
  readonly #cancellations = new Set<CancellationScope>();
  #whenEmpty: (() => void) | undefined;
  #frozen = false;
  /** Whether new ones are refused. */
  closed = false;

  /**
   * Does work that ends when `endAll` or the caller's signal wants it. An answer that is a stream is under way until it was read.
   *
   * @throws AcumaticaError with code `CLOSED` after the end
   */
  async run(
    signal: AbortSignal | undefined,
    work: (cancellation: CancellationScope) => Promise<TransportResponse>,
  ): Promise<TransportResponse> {
    if (this.#frozen) return never();
    if (this.closed) throw closedError();
    const cancellation = new CancellationScope();
    const untie = signal && cancellation.follow(signal);
    if (cancellation.reason) throw cancellation.reason;
    this.#cancellations.add(cancellation);
    try {
      const response = await work(cancellation);
      if (response.body instanceof Readable) response.body.once('close', () => this.#land(cancellation, untie));
      else this.#land(cancellation, untie);
      return this.#frozen ? never() : response;
    } catch (error) {
      this.#land(cancellation, untie);
      if (this.#frozen) return never();
      throw error;
    }
  }

  #land(cancellation: CancellationScope, untie: (() => void) | undefined): void {
    untie?.();
    this.#cancellations.delete(cancellation);
    if (this.#cancellations.size === 0) this.#whenEmpty?.();
  }

  /**
   * From here on no call settles any more: a process that is about to die of a signal would not have seen its calls end either, and must
   * not stumble over their failures on its last steps.
   */
  freeze(): void {
    this.#frozen = true;
  }

  /** Waits until all have ended; those that need longer than `graceMs` are cut. */
  async endAll(graceMs: number, clock: Clock): Promise<void> {
    if (this.#cancellations.size === 0) return;
    const ended = new Promise<void>((resolve) => (this.#whenEmpty = resolve));
    const cancel = clock.after(graceMs, () => {
      for (const cancellation of [...this.#cancellations]) cancellation.cancel(closedError());
    });
    await ended;
    this.#whenEmpty = undefined;
    cancel();
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

function closedError(): AcumaticaError {
  return new AcumaticaError('The transport is closed.', { code: 'CLOSED', suggestions: ['Open another one.'] });
}
