import { createScheduler } from '../src/index.js';
import type { Scheduler, SchedulerEvents, SchedulerOptions } from '../src/index.js';
import { manualClock } from '../src/testing/index.js';
import type { ManualClock } from '../src/testing/index.js';

export const NOON = Date.UTC(2026, 0, 10, 12);

/** A scheduler on a clock of its own; every event is a line of `log`, with seconds since noon. */
export interface SchedulerBench<C> {
  readonly scheduler: Scheduler<C>;
  readonly clock: ManualClock;
  readonly log: string[];
  readonly errors: unknown[];
}

export function benchScheduler<C = undefined>(options: SchedulerOptions<C> = {}): SchedulerBench<C> {
  const clock = (options.clock as ManualClock | undefined) ?? manualClock(NOON);
  const errors: unknown[] = [];
  const scheduler = createScheduler<C>({
    random: () => 0.5,
    onError: (error) => errors.push(error),
    ...options,
    clock,
  });
  return { scheduler, clock, errors, log: logOf(scheduler, clock) };
}

function logOf<C>(scheduler: Scheduler<C>, clock: ManualClock): string[] {
  const log: string[] = [];
  const add = (name: keyof SchedulerEvents, task: string, rest = ''): void => {
    log.push(`${(clock.now() - NOON) / 1000} ${name} ${task}${rest && ` ${rest}`}`);
  };
  scheduler.on('start', ({ task }) => add('start', task));
  scheduler.on('success', ({ task, result }) => add('success', task, textOf(result)));
  scheduler.on('failure', ({ task, error }) => add('failure', task, (error as Error).message));
  scheduler.on('skip', ({ task, reason }) => add('skip', task, reason));
  scheduler.on('retry', ({ task, attempt, delayMs }) => add('retry', task, `${attempt} ${delayMs}`));
  scheduler.on('miss', ({ task, count }) => add('miss', task, String(count)));
  scheduler.on('stop', ({ task }) => add('stop', task));
  return log;
}

/** What a task returned, where that is a text or a number. */
function textOf(result: unknown): string {
  return typeof result === 'string' || typeof result === 'number' ? `${result}` : '';
}

/** A task that lasts until it is told to end, or for `ms` on the clock. */
export function lasting(clock: ManualClock, ms: number): (context: { signal: AbortSignal }) => Promise<void> {
  return ({ signal }) =>
    new Promise((resolve, reject) => {
      const cancel = clock.after(ms, resolve, false);
      signal.addEventListener('abort', () => {
        cancel();
        reject(signal.reason as Error);
      });
    });
}
