import type { AsyncResource } from 'node:async_hooks';
import type { Misfire } from '../plan/plan-tick.js';
import type { TaskRetryOptions } from '../plan/retry-delay-ms.js';
import type { Schedule } from '../schedule/schedule.js';
import type { ScheduleOptions } from '../schedule/schedule-options.js';
import type { TaskRun } from '../report/task-run.js';

/** What a task is told about the run it is called for. */
export interface TaskContext<C> {
  /** Aborted when the try has lasted `timeoutMs` or the task is stopped; the reason is an error that says which. Pass it on. */
  readonly signal: AbortSignal;
  /** The number of this try, from 1. */
  readonly attempt: number;
  /** The tick that this run stands for. */
  readonly scheduledFor: Date;
  /** The client that the scheduler was made for. */
  readonly client: C;
}

/** The work itself; a run fails when it throws. */
export type TaskFunction<C> = (context: TaskContext<C>) => unknown;

/** How a task runs. */
export interface TaskSettings<C> {
  /** The identity of the task: scheduling again by the same name replaces it. @default the function's name */
  readonly name?: string;
  /** The same as `name`. */
  readonly taskName?: string;
  readonly task?: TaskFunction<C>;
  /** The same as `task`. */
  readonly func?: TaskFunction<C>;
  /**
   * What becomes of a tick while an earlier run goes on: it is left out; it waits (up to 1,000 do, further ones are left
   * out); or it runs beside it. @default 'skip'
   */
  readonly overlap?: 'skip' | 'queue' | 'allow';
  /** What becomes of ticks that came due while the process was off or the machine slept. @default 'runOnce' */
  readonly misfire?: Misfire;
  /**
   * Aborts the signal of a try that lasts longer; it then fails with code `TASK_TIMEOUT`, unless it finishes all the same.
   * A next run waits until the function has really returned, so look at the signal. @default no limit
   */
  readonly timeoutMs?: number;
  /** How a failed run is tried again. @default not at all */
  readonly retry?: TaskRetryOptions;
  /** Tasks that must have succeeded since this task's tick before; those due by then are waited for. */
  readonly dependsOn?: string | readonly string[];
  /** When `concurrency` is short, the higher one runs first. @default 0 */
  readonly priority?: number;
  /** Shifts each run by a random time up to this, so that many machines do not call at once. @default 0 */
  readonly jitterMs?: number;
  /** Is called after a run that succeeded, with what the task returned. */
  readonly onSuccess?: (run: TaskRun, result: unknown) => unknown;
  /** Is called after a run that failed for good. */
  readonly onFailure?: (run: TaskRun, error: unknown) => unknown;
}

/** What `scheduleTask` takes: when, and how. */
export type TaskOptions<C> = TaskSettings<C> & ScheduleOptions;

/** The same, read and with its defaults. */
export interface TaskDefinition<C> {
  readonly name: string;
  readonly task: TaskFunction<C>;
  /** Task and hooks see the AsyncLocalStorage values of where the task was scheduled, as with `setInterval`. */
  readonly asyncContext: AsyncResource;
  readonly schedule: Schedule;
  readonly overlap: 'skip' | 'queue' | 'allow';
  readonly misfire: Misfire;
  readonly timeoutMs: number;
  readonly retry: TaskRetryOptions;
  readonly dependsOn: readonly string[];
  readonly priority: number;
  readonly jitterMs: number;
  readonly maxRuns: number;
  readonly onSuccess?: (run: TaskRun, result: unknown) => unknown;
  readonly onFailure?: (run: TaskRun, error: unknown) => unknown;
}
