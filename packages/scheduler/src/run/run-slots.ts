interface Waiter {
  readonly priority: number;
  readonly goOn: () => void;
}

/** Lets so many runs go on at once; of those that wait, the highest priority goes first, then who came first. */
export class RunSlots {
  #free: number;
  readonly #waiting: Waiter[] = [];

  constructor(slots: number) {
    this.#free = slots;
  }

  /** Resolves with true when a slot is taken, with false when `signal` is aborted before. */
  take(priority: number, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const waiter = { priority, goOn: (): void => settle(true) };
      const giveUp = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        settle(false);
      };
      const settle = (taken: boolean): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(taken);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      const after = this.#waiting.findIndex((other) => other.priority < priority);
      this.#waiting.splice(after < 0 ? this.#waiting.length : after, 0, waiter);
    });
  }

  /** Gives a slot back. */
  release(): void {
    const next = this.#waiting.shift();
    if (next) next.goOn();
    else this.#free += 1;
  }
}
