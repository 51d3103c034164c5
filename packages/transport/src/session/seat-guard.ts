import { signOutNow } from './sign-out-now.js';
import type { ExitSignOut } from './sign-out-now.js';

export type { ExitSignOut };

/** Something that holds a seat, or is about to. */
export interface SeatHolder {
  /** Ends its calls and gives the seat back within the time. Never throws. `dying`: the process ends right after. */
  release(budgetMs: number, dying: boolean): Promise<void>;
  /** The sign-outs to send when the process ends in this very moment. */
  exitSignOuts(): readonly ExitSignOut[];
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
    if (process.listenerCount(signal) > 1 + politeListeners()) return;
    // From here on a second signal ends the process at once. Not before the other listeners of this one have seen that it is taken care of.
    setImmediate(() => SIGNALS.forEach((name) => process.off(name, this.#onSignal)));
    void this.#releaseAll(true).finally(() => {
      this.#unlisten();
      process.kill(process.pid, signal);
    });
  };

  readonly #onBeforeExit = (): void => void this.#releaseAll(false);

  /** Nothing asynchronous runs any more: another thread signs out while this one waits. */
  readonly #onExit = (): void =>
    signOutNow(
      [...this.#holders].flatMap((holder) => holder.exitSignOuts()),
      BUDGET_MS,
    );

  async #releaseAll(dying: boolean): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, BUDGET_MS)));
    await Promise.race([late, Promise.all([...this.#holders].map((holder) => holder.release(BUDGET_MS, dying)))]);
    clearTimeout(timer);
  }
}

/**
 * Listeners of `signal-exit`, which many packages use: as this guard does, they leave a signal alone where others listen. Each would
 * wait for the other, and the process would never end.
 */
function politeListeners(): number {
  const third = (process as { __signal_exit_emitter__?: { count?: number } }).__signal_exit_emitter__;
  const fourth = (globalThis as Record<symbol, { count?: number } | undefined>)[Symbol.for('signal-exit emitter')];
  return (third?.count ?? 0) + (fourth?.count ?? 0);
}

const KEY = Symbol.for('@acurecord/transport seat guard');
const shared = globalThis as Record<symbol, SeatGuard | undefined>;

/** The guard of this process, also where several copies of this package are loaded (as ESM and as CommonJS): two guards would wait for each other. */
export const seatGuard: Pick<SeatGuard, 'add' | 'remove'> = (shared[KEY] ??= new SeatGuard());
