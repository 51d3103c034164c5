import type { OpenRun } from '../run/open-runs.js';
import type { TaskStatus, TaskSummary } from './task-summary.js';

/** Sums over all tasks of a scheduler. */
export interface SchedulerStats {
  readonly tasks: number;
  /** How many tasks have each status. */
  readonly byStatus: Readonly<Partial<Record<TaskStatus, number>>>;
  /** Runs that go on. */
  readonly running: number;
  /** Ticks that wait for an earlier run, a dependency or a slot. */
  readonly waiting: number;
  readonly runCount: number;
  readonly errorCount: number;
  /** Retries since the scheduler was made. */
  readonly retryCount: number;
  readonly skipCount: number;
  readonly missCount: number;
}

/** Adds up what the tasks say. */
export function schedulerStats(
  tasks: readonly TaskSummary[],
  open: readonly OpenRun[],
  retryCount: number,
): SchedulerStats {
  const byStatus: Partial<Record<TaskStatus, number>> = {};
  for (const { status } of tasks) byStatus[status] = (byStatus[status] ?? 0) + 1;
  const sum = (counter: 'runCount' | 'errorCount' | 'skipCount' | 'missCount'): number =>
    tasks.reduce((total, task) => total + task[counter], 0);
  const inPhase = (phase: OpenRun['phase']): number => open.filter((run) => run.phase === phase).length;
  return {
    tasks: tasks.length,
    byStatus,
    running: inPhase('running'),
    waiting: inPhase('waiting'),
    runCount: sum('runCount'),
    errorCount: sum('errorCount'),
    retryCount,
    skipCount: sum('skipCount'),
    missCount: sum('missCount'),
  };
}
