import { signOutNow } from './sign-out-now.js';
import type { LastWord } from './sign-out-now.js';

export type { LastWord };

/** Something that holds a seat, or is about to. */
export interface SeatHolder {
  /** Ends its calls and gives the seat back within the time. Never throws. `dying`: the process ends right after. */
  release(budgetMs: number, dying: boolean): Promise<void>;
  /** The sign-outs to send when the process ends in this very moment. */
  lastWords(): readonly LastWord[];
}

/** A process that was told to end waits this long for its seats to be given back. */
const BUDGET_MS = 2_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Gives the seats of this process back when it ends, however it ends: by signal, by an empty event loop, by
 * `process.exit` or by an uncaught failure. It listens only while a seat is held, once for all transports, and the
 * process ends as it would have ended: same signal, same code.
 */
class SeatGuard {
  readonly #holders = new Set<SeatHolder>();

  add(holder: SeatHolder): void {
    if (this.#holders.size === 0) this.#listen();
    this.#holders.add(holder);
  }

  remove(holder: SeatHolder): void {
    if (this.#holders.delete(holder) && this.#holders.size === 0) this.#unlisten();
  }

  #listen(): void {
    for (const signal of SIGNALS) process.on(signal, this.#onSignal);
    process.on('beforeExit', this.#onBeforeExit);
    process.on('exit', this.#onExit);
  }

  #unlisten(): void {
    for (const signal of SIGNALS) process.off(signal, this.#onSignal);
    process.off('beforeExit', this.#onBeforeExit);
    process.off('exit', this.#onExit);
  }

  /** Where the application handles the signal itself it decides what happens; `#onExit` still stands behind it. */
  readonly #onSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return;
    // From here on a second signal ends the process at once.
    for (const name of SIGNALS) process.off(name, this.#onSignal);
    void this.#releaseAll(true).finally(() => {
      this.#unlisten();
      process.kill(process.pid, signal);
    });
  };

  readonly #onBeforeExit = (): void => void this.#releaseAll(false);

  /** Nothing asynchronous runs any more: another thread signs out while this one waits. */
  readonly #onExit = (): void =>
    signOutNow(
      [...this.#holders].flatMap((holder) => holder.lastWords()),
      BUDGET_MS,
    );

  async #releaseAll(dying: boolean): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, BUDGET_MS)));
    await Promise.race([late, Promise.all([...this.#holders].map((holder) => holder.release(BUDGET_MS, dying)))]);
    clearTimeout(timer);
  }
}

/** The guard of this process. */
export const seatGuard = new SeatGuard();
