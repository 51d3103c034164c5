import type { SimulatorClock } from '../steering/simulator-clock.js';

/** Requests that may wait at once; one more is declined. */
const mostWaiting = 20;
/** A request that waits longer is declined. */
const longestWaitMs = 10 * 60_000;

/** Ceilings of the licence on how fast requests come. */
export interface TurnstileLimits {
  readonly concurrent: number;
  readonly requestsPerMinute: number;
}

/**
 * Lets requests in one after the other as the licence allows: so many at once, so many in a sliding minute. From half
 * of the minute's allowance on, each request is delayed by the time left in that minute divided by the requests left;
 * declined requests do not count.
 */
export class Turnstile {
  readonly #clock: SimulatorClock;
  readonly #limits: TurnstileLimits;
  #inside = 0;
  #waiting = 0;
  #queue: (() => void)[] = [];
  #admitted: { readonly at: number }[] = [];

  constructor(clock: SimulatorClock, limits: TurnstileLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Waits for a place; `undefined` when the request is declined, otherwise what to call when it is done. */
  async enter(): Promise<(() => void) | undefined> {
    const { concurrent, requestsPerMinute } = this.#limits;
    if (concurrent === Infinity && requestsPerMinute === Infinity) return () => undefined;
    const delay = this.#delay();
    const full = this.#inside >= concurrent;
    if ((full || delay > 0) && this.#waiting >= mostWaiting) return undefined;
    if (delay > longestWaitMs) return undefined;
    const admitted = { at: this.#clock.now() };
    if (requestsPerMinute !== Infinity) this.#admitted.push(admitted);
    this.#waiting += 1;
    try {
      await this.#clock.sleep(delay);
      if (this.#inside < this.#limits.concurrent) this.#inside += 1;
      else if (!(await this.#queueUp(longestWaitMs - delay))) {
        this.#admitted = this.#admitted.filter((other) => other !== admitted);
        return undefined;
      }
    } finally {
      this.#waiting -= 1;
    }
    return once(() => {
      this.#leave();
    });
  }

  /** Waits in the queue for the place of one who leaves; false when that takes too long. */
  #queueUp(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const take = (): void => {
        callOff();
        resolve(true);
      };
      const callOff = this.#clock.after(ms, () => {
        this.#queue = this.#queue.filter((other) => other !== take);
        resolve(false);
      });
      this.#queue.push(take);
    });
  }

  /** Milliseconds the next request is held back. */
  #delay(): number {
    const { requestsPerMinute } = this.#limits;
    if (requestsPerMinute === Infinity) return 0;
    const now = this.#clock.now();
    this.#admitted = this.#admitted.filter(({ at }) => now - at < 60_000);
    const used = this.#admitted.length;
    const first = this.#admitted[0]?.at ?? now;
    if (used < requestsPerMinute / 2) return 0;
    return Math.ceil((first + 60_000 - now) / Math.max(1, requestsPerMinute - used));
  }

  #leave(): void {
    const next = this.#queue.shift();
    // The place goes straight to the next in line, so that nobody overtakes.
    if (next !== undefined) next();
    else this.#inside -= 1;
  }
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
