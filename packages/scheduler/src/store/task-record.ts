import type { Schedule } from '../schedule/schedule.js';

/** What a run came to. `cancelled`: it was stopped. `skipped`: it never began. */
export type RunOutcome = 'success' | 'failure' | 'cancelled' | 'skipped';

/** What started a run. */
export type RunTrigger = 'schedule' | 'manual';

/** A run that has begun. Times are milliseconds since 1970. */
export interface RunStart {
  readonly scheduledFor: number;
  readonly startedAt: number;
  readonly trigger: RunTrigger;
}

/** A run that is over. */
export interface RunRecord extends RunStart {
  readonly endedAt: number;
  /** How often the task was tried. */
  readonly attempts: number;
  readonly outcome: RunOutcome;
  /** Why it failed or never began; no secret is in it. */
  readonly error?: { readonly name: string; readonly message: string };
}

/** All that outlives the process about a task, as plain JSON. It is never changed, only replaced. */
export interface TaskRecord {
  readonly name: string;
  readonly schedule: Schedule;
  readonly state: 'active' | 'paused' | 'cancelled';
  /** Runs that have begun. */
  readonly runCount: number;
  /** Runs that failed for good. */
  readonly errorCount: number;
  /** Ticks that did not run because of an earlier run, a dependency or a stop. */
  readonly skipCount: number;
  /** Ticks that came due while nobody could run them. */
  readonly missCount: number;
  /** The last tick that was dealt with. */
  readonly lastTick?: number;
  readonly lastStartedAt?: number;
  readonly lastEndedAt?: number;
  /** The tick of the last success. */
  readonly lastSuccessFor?: number;
  readonly running: readonly RunStart[];
  /** The last runs, the newest last. */
  readonly history: readonly RunRecord[];
}

/** The record of a task that has never run. */
export function newRecord(name: string, schedule: Schedule): TaskRecord {
  const counters = { runCount: 0, errorCount: 0, skipCount: 0, missCount: 0 };
  return { name, schedule, state: 'active', ...counters, running: [], history: [] };
}

/** Whether a stored task has nothing left to do. */
export function isOver({ state, schedule, lastTick, running }: TaskRecord): boolean {
  return state === 'cancelled' || (schedule.kind === 'once' && lastTick !== undefined && running.length === 0);
}

/** A tick has come due, with `missed` others that will not run. */
export function recordTick(record: TaskRecord, lastTick: number, missed: number): TaskRecord {
  return { ...record, lastTick, missCount: record.missCount + missed };
}

/** A run begins. */
export function recordStart(record: TaskRecord, run: RunStart): TaskRecord {
  return {
    ...record,
    runCount: record.runCount + 1,
    lastStartedAt: run.startedAt,
    running: [...record.running, run],
  };
}

/** A run is over; the history keeps the last `historyLimit` ones. */
export function recordEnd(record: TaskRecord, start: RunStart, run: RunRecord, historyLimit: number): TaskRecord {
  const lastSuccessFor = run.outcome === 'success' ? run.scheduledFor : record.lastSuccessFor;
  return {
    ...record,
    errorCount: record.errorCount + (run.outcome === 'failure' ? 1 : 0),
    lastEndedAt: run.endedAt,
    ...(lastSuccessFor !== undefined && { lastSuccessFor }),
    running: record.running.filter((other) => other !== start),
    history: [...record.history, run].slice(-historyLimit),
  };
}

const INTERRUPTED = { name: 'AcumaticaTaskError', message: 'The process ended in the middle of this run.' };

/** What a store gave back, after a restart: runs that the process did not live to end have failed. */
export function recordInterruption(record: TaskRecord, now: number, historyLimit: number): TaskRecord {
  return record.running.reduce<TaskRecord>((rest, start) => {
    const run: RunRecord = { ...start, endedAt: now, attempts: 1, outcome: 'failure', error: INTERRUPTED };
    return recordEnd(rest, start, run, historyLimit);
  }, record);
}

/** The record to go on with when a stored task gets its function again: another schedule is planned anew from now. */
export function recordBinding(stored: TaskRecord, schedule: Schedule): TaskRecord {
  const goesOn = stored.state !== 'cancelled' && JSON.stringify(stored.schedule) === JSON.stringify(schedule);
  if (goesOn) return stored;
  const { lastTick: _lastTick, lastEndedAt: _lastEndedAt, ...rest } = stored;
  return { ...rest, schedule, state: stored.state === 'paused' ? 'paused' : 'active' };
}
