/** Where the simulator reads the time from, when the caller brings a clock of their own. */
export interface TimeSource {
  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number;
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/**
 * The simulator's only notion of time: the real clock (or the caller's) plus whatever `advance` has added. Sleepers
 * wake when real time has passed or when `advance` has moved past their hour.
 */
export class SimulatorClock {
  readonly #source: TimeSource;
  #offset = 0;
  #stopped = false;
  readonly #sleepers = new Set<Sleeper>();

  constructor(source: TimeSource = Date) {
    this.#source = source;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#source.now() + this.#offset;
  }

  /** Moves the time forward and wakes everybody whose hour has come. */
  advance(ms: number): void {
    this.#offset += ms;
    for (const sleeper of this.#sleepers) if (sleeper.due <= this.now()) sleeper.wake();
  }

  /** Resolves after `ms` of this clock. */
  sleep(ms: number): Promise<void> {
    if (ms <= 0 || this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      this.after(ms, resolve);
    });
  }

  /** Does something after `ms` of this clock, or when it stops; what comes back calls it off. */
  after(ms: number, act: () => void): () => void {
    const callOff = (): void => {
      clearTimeout(timer);
      this.#sleepers.delete(sleeper);
    };
    const wake = (): void => {
      callOff();
      act();
    };
    const timer = setTimeout(wake, ms);
    const sleeper = { due: this.now() + ms, wake };
    this.#sleepers.add(sleeper);
    return callOff;
  }

  /** Wakes everybody at once and lets nobody sleep again; for closing down. */
  stop(): void {
    this.#stopped = true;
    for (const sleeper of this.#sleepers) sleeper.wake();
  }
}
