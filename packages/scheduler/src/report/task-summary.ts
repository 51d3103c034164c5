import type { OpenRun } from '../run/open-runs.js';
import type { TaskEntry } from '../run/task-entry.js';
import type { Schedule } from '../schedule/schedule.js';
import type { RunOutcome } from '../store/task-record.js';

/**
 * Where a task stands. `pending`: waits for its next tick. `running`: at least one run goes on. `completed`, `failed`: no
 * tick is left and the last run succeeded, or failed. `cancelled`: it was stopped. `paused`: its ticks are left out until
 * it is resumed. `unbound`: the store knows it, but its function has not been scheduled again in this process.
 */
export type TaskStatus = 'pending' | 'running' | 'completed' | 'failed' | 'cancelled' | 'paused' | 'unbound';

/** A task as it is listed. */
export interface TaskSummary {
  /** What the other methods take; the same as `name`. */
  readonly id: string;
  readonly name: string;
  readonly status: TaskStatus;
  readonly schedule: Schedule;
  /** When the last run began. */
  readonly lastRun: Date | undefined;
  readonly lastOutcome: RunOutcome | undefined;
  /** Why the last run failed. */
  readonly lastError: string | undefined;
  /** The next tick, jitter included. */
  readonly nextRun: Date | undefined;
  /** Runs that have begun. */
  readonly runCount: number;
  /** Runs that failed for good. */
  readonly errorCount: number;
  /** Ticks that did not run because of an earlier run, a dependency or a stop. */
  readonly skipCount: number;
  /** Ticks that came due while nobody could run them. */
  readonly missCount: number;
}

/** Sums up a task; `open` are its ticks in hand. */
export function taskSummary<C>(entry: TaskEntry<C>, open: readonly OpenRun[], isLoaded: boolean): TaskSummary {
  const { name, schedule, lastStartedAt, history, runCount, errorCount, skipCount, missCount } = entry.record;
  const last = history.at(-1);
  return {
    id: name,
    name,
    status: taskStatus(entry, open, isLoaded),
    schedule,
    lastRun: lastStartedAt === undefined ? undefined : new Date(lastStartedAt),
    lastOutcome: last?.outcome,
    lastError: last?.error?.message,
    nextRun: entry.armed && new Date(entry.armed.dueAt),
    runCount,
    errorCount,
    skipCount,
    missCount,
  };
}

function taskStatus<C>(
  { record, definition, armed }: TaskEntry<C>,
  open: readonly OpenRun[],
  isLoaded: boolean,
): TaskStatus {
  if (open.some(({ phase }) => phase === 'running')) return 'running';
  if (record.state === 'cancelled') return 'cancelled';
  if (!definition) return 'unbound';
  if (record.state === 'paused') return 'paused';
  if (armed || open.some(({ phase }) => phase === 'waiting') || !isLoaded) return 'pending';
  return record.history.at(-1)?.outcome === 'failure' ? 'failed' : 'completed';
}
