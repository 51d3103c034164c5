import type { SchedulerDriver } from './driver/scheduler-driver.js';
import type { SchedulerClock } from './scheduler-clock.js';
import type { TaskStore } from './store/task-store.js';

/** How a scheduler works. */
export interface SchedulerOptions<C> {
  /** Where ticks wait. @default `inProcess()` */
  readonly driver?: SchedulerDriver;
  /** What outlives the process. @default `memoryTaskStore()`, which is nothing */
  readonly store?: TaskStore;
  /** Is handed to every task as `client`. */
  readonly client?: C;
  /** How many tasks may run at once; the others wait by `priority`. A run keeps its place while it waits for a retry. @default no limit */
  readonly concurrency?: number;
  /** Whether waiting for the next tick keeps the process alive. @default false */
  readonly keepAlive?: boolean;
  /** How many runs of each task `history` remembers. @default 20 */
  readonly historyLimit?: number;
  /** How late a tick may be and still count as on time; a later one is for `misfire` to decide. @default 10_000 */
  readonly misfireAfterMs?: number;
  /** Gets what hooks and listeners throw, and errors of the store and the driver. @default a process warning */
  readonly onError?: (error: unknown) => void;
  /** @default the clock of the machine */
  readonly clock?: SchedulerClock;
  /** A number from 0 to 1, for jitter. @default `Math.random` */
  readonly random?: () => number;
}

/** How to end runs that go on. */
export interface StopOptions {
  /**
   * false: their signal is aborted at once, and nobody waits for them. A number: they may go on for so many milliseconds,
   * then their signal is aborted and they get one more second. true: they may go on as long as they like. A run that
   * waits for itself is not waited for. @default false
   */
  readonly wait?: boolean | number;
}
