import { signOutNow } from './exit-sign-out.js';
import type { ExitSignOut } from './exit-sign-out.js';

/** Something that holds a seat, or is about to. */
export interface SeatHolder {
  /** How long a process that ends may wait for it. */
  readonly budgetMs: number;
  /** Ends its calls and gives the seat back within the time. Never throws. `dying`: the process ends right after. */
  release(budgetMs: number, dying: boolean): Promise<void>;
  /** The sign-outs to send when the process ends in this very moment. */
  exitSignOuts(): readonly ExitSignOut[];
}

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
type Signal = keyof typeof SIGNALS;
const NAMES = Object.keys(SIGNALS) as Signal[];
/** A seat whose sign-out is under way when the time is over gets so much more. */
const LAST_MS = 500;

/**
 * Gives the seats of this process back when it ends, however it ends: by signal, by an empty event loop, by
 * `process.exit` or by an uncaught failure. The process ends as it would have ended: same signal, same code.
 *
 * It listens from the first seat on and for good: Node drops a signal that is on its way to a listener which is taken away, and a program
 * that signs in and out all the time would go on working.
 */
class SeatGuard {
  readonly #holders = new Set<SeatHolder>();
  /** Those that did not give their seat back when nothing was left to do; they are not asked again, or the process would never end. */
  readonly #hopeless = new Set<SeatHolder>();
  #listens = false;
  #dying = false;

  /** Takes in whoever is about to take a seat; false where the process is about to die, so that nobody may. */
  admit(holder: SeatHolder): boolean {
    if (this.#dying) return false;
    if (!this.#listens) this.#listen();
    this.#hopeless.delete(holder);
    this.#holders.add(holder);
    return true;
  }

  remove(holder: SeatHolder): void {
    this.#holders.delete(holder);
    this.#hopeless.delete(holder);
  }

  #listen(): void {
    this.#listens = true;
    // Before the others, so that those which listen once are still there to be counted.
    for (const name of NAMES) process.prependListener(name, this.#onSignal);
    process.on('beforeExit', this.#onBeforeExit);
    process.on('exit', this.#onExit);
  }

  /** Where the application handles the signal itself it decides what happens; `#onExit` still stands behind it. */
  readonly #onSignal = (name: NodeJS.Signals): void => {
    const signal = name as Signal;
    if (this.#dying) return this.#die(signal);
    if (process.listenerCount(signal) > 1 + politeListeners()) return;
    this.#dying = true;
    void this.#releaseAll(true).finally(() => {
      signOutNow(this.#exitSignOuts(), LAST_MS);
      this.#die(signal);
    });
  };

  readonly #onBeforeExit = (): void => void this.#releaseAll(false);

  /** Nothing asynchronous runs any more: another thread signs out while this one waits. */
  readonly #onExit = (): void => signOutNow(this.#exitSignOuts(), this.#budgetMs([...this.#holders]));

  #die(signal: Signal): void {
    for (const name of NAMES) process.off(name, this.#onSignal);
    process.off('exit', this.#onExit);
    process.kill(process.pid, signal);
    // The first process of a container does not die of a signal that it does not handle.
    if (process.pid === 1 && process.listenerCount(signal) === 0) process.exit(128 + SIGNALS[signal]);
  }

  async #releaseAll(dying: boolean): Promise<void> {
    const holders = [...this.#holders].filter((holder) => dying || !this.#hopeless.has(holder));
    if (holders.length === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, this.#budgetMs(holders))));
    await Promise.race([late, Promise.all(holders.map((holder) => holder.release(holder.budgetMs, dying)))]);
    clearTimeout(timer);
    for (const holder of holders) if (this.#holders.has(holder)) this.#hopeless.add(holder);
  }

  #budgetMs(holders: readonly SeatHolder[]): number {
    return Math.max(0, ...holders.map(({ budgetMs }) => budgetMs));
  }

  #exitSignOuts(): readonly ExitSignOut[] {
    return [...this.#holders].flatMap((holder) => holder.exitSignOuts());
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
export const seatGuard: Pick<SeatGuard, 'admit' | 'remove'> = (shared[KEY] ??= new SeatGuard());
