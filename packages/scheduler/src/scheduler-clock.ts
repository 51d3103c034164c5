/** How long a timer may sleep at once: a machine that slept or whose clock was set looks at the time again this soon. Also keeps below the 24.8 days that a Node timer can count. */
export const LONGEST_TIMER_MS = 30_000;

/** The time and the timers that a scheduler lives by; give another one in tests. */
export interface SchedulerClock {
  /** Milliseconds since 1970; may jump, as the clock of a machine does. */
  now(): number;
  /**
   * Calls `wake` once, `ms` milliseconds from now, and returns what cancels it.
   * Without `keepAlive` the timer does not hold the process.
   */
  after(ms: number, wake: () => void, keepAlive: boolean): () => void;
}

/** The clock of the machine. */
export const systemSchedulerClock: SchedulerClock = {
  now: () => Date.now(),
  after(ms, wake, keepAlive) {
    const timer = setTimeout(wake, ms);
    if (!keepAlive) timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Waits `ms` milliseconds, however many; an abort of `signal` ends the wait early, without an error. */
export async function pause(clock: SchedulerClock, ms: number, signal: AbortSignal, keepAlive: boolean): Promise<void> {
  for (let left = ms; left > 0 && !signal.aborted; left -= LONGEST_TIMER_MS) {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel = clock.after(Math.min(left, LONGEST_TIMER_MS), done, keepAlive);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
