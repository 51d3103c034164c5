import type { SchedulerClock } from '../scheduler-clock.js';

interface Timer {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is told otherwise. */
export interface ManualClock extends SchedulerClock {
  /** Lets time pass: timers wake in their order, and what they set off has its turn in between. */
  advance(ms: number): Promise<void>;
  /** Sets the clock on or back without letting time pass, as an operator or a time server does. */
  jump(ms: number): void;
  /** How many timers are set. */
  timers(): number;
}

/** A clock for tests, at `start` (milliseconds since 1970). */
export function manualClock(start: number): ManualClock {
  const timers = new Set<Timer>();
  let elapsed = 0;
  let offset = start;
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => elapsed + offset,
    timers: () => timers.size,
    jump: (ms) => void (offset += ms),
    after(ms, wake) {
      const timer = { at: elapsed + Math.max(0, ms), wake };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const end = elapsed + ms;
      await settle();
      for (let next = earliest(timers); next && next.at <= end; next = earliest(timers)) {
        elapsed = next.at;
        timers.delete(next);
        next.wake();
        await settle();
      }
      elapsed = end;
    },
  };
}

function earliest(timers: Iterable<Timer>): Timer | undefined {
  let first: Timer | undefined;
  for (const timer of timers) if (!first || timer.at < first.at) first = timer;
  return first;
}
