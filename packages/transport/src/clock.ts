import type { CancellationScope } from './pipeline/cancellation-scope.js';

/** Time, as far as the transport needs it; replaceable so that tests wait for nothing. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` after `ms` and returns what takes it back. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms, MAX_TIMER_MS));
    return () => clearTimeout(timer);
  },
};

/** Longer delays overflow in Node and would end at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** Resolves after `ms`; rejects as soon as its cancellation is cut. */
export function pause(clock: Clock, ms: number, cancellation?: CancellationScope): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => {
      untie?.();
      resolve();
    });
    const untie = cancellation?.onCancel((reason) => {
      cancel();
      reject(reason);
    });
  });
}

/** Waits for a promise that never rejects, and no longer than that; whether it was settled by then. */
export function within(clock: Clock, ms: number, promise: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => resolve(false));
    void promise.then(() => (cancel(), resolve(true)));
  });
}
