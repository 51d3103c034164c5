import type { RunOutcome, RunRecord, RunTrigger } from '../store/task-record.js';

/** A run that is over. */
export interface TaskRun {
  /** The name of the task. */
  readonly task: string;
  /** The tick that the run stood for. */
  readonly scheduledFor: Date;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly durationMs: number;
  /** How often the task was tried. */
  readonly attempts: number;
  readonly outcome: RunOutcome;
  /** What started it: a tick, or `runNow`. */
  readonly trigger: RunTrigger;
  /** Why it failed or never began; no secret is in it. */
  readonly error?: { readonly name: string; readonly message: string };
}

/** A recorded run as callers see it. */
export function taskRun(task: string, record: RunRecord): TaskRun {
  const { scheduledFor, startedAt, endedAt, ...rest } = record;
  return {
    task,
    ...rest,
    scheduledFor: new Date(scheduledFor),
    startedAt: new Date(startedAt),
    endedAt: new Date(endedAt),
    durationMs: Math.max(0, endedAt - startedAt),
  };
}
