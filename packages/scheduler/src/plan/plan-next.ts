import type { CronSchedule, IntervalSchedule, Schedule } from '../schedule/schedule.js';
import { cronTimes } from './cron-times.js';

const DAY_MS = 86_400_000;

/** The tick before the one that is looked for. Times are milliseconds since 1970. */
export interface LastTick {
  readonly scheduledFor: number;
  /** When its run ended, if it ran. */
  readonly endedAt?: number;
}

/**
 * The tick that follows `last`, or the first one when there is no `last`; `undefined` when none follows.
 *
 * It can lie before `now`: then the machine slept or the program was off, and `planTick` decides what becomes of it.
 * It is later than `last`, unless the clock was set back: an interval then goes on one interval from `now`, while a cron
 * schedule does not repeat the hours that it has run (a clock that was a day or more ahead was plainly wrong, and the
 * schedule starts anew from `now`).
 */
export function planNext(schedule: Schedule, now: number, last?: LastTick): number | undefined {
  const next = last === undefined ? firstTime(schedule, now) : timeAfter(schedule, now, last);
  return next === undefined || next > (schedule.endAt ?? Infinity) ? undefined : next;
}

function firstTime(schedule: Schedule, now: number): number | undefined {
  if (schedule.kind === 'once') return schedule.at;
  const start = schedule.startAt;
  if (schedule.runImmediately) return Math.max(now, start ?? now);
  if (schedule.kind === 'cron') return cronTime(schedule, now);
  if (start === undefined) return now + schedule.everyMs;
  return start + Math.max(0, Math.ceil((now - start) / schedule.everyMs)) * schedule.everyMs;
}

function timeAfter(schedule: Schedule, now: number, last: LastTick): number | undefined {
  switch (schedule.kind) {
    case 'once':
      return undefined;
    case 'cron':
      return cronTime(schedule, last.scheduledFor < now + DAY_MS ? last.scheduledFor : now);
    case 'interval':
      return Math.min(intervalBase(schedule, last), now) + schedule.everyMs;
  }
}

function intervalBase({ mode }: IntervalSchedule, { scheduledFor, endedAt }: LastTick): number {
  return mode === 'fixedDelay' && endedAt !== undefined ? Math.max(endedAt, scheduledFor) : scheduledFor;
}

function cronTime({ cron, timezone, startAt }: CronSchedule, after: number): number | undefined {
  return cronTimes(cron, timezone).after(Math.max(after, (startAt ?? -Infinity) - 1));
}
