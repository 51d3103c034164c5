import { AcumaticaTaskError } from '@acurecord/errors';
import { cronTimes } from '../plan/cron-times.js';
import { readInstant } from './read-instant.js';
import type { Schedule, ScheduleBounds } from './schedule.js';
import type { Duration, ScheduleKinds, ScheduleLimits, ScheduleOptions, Weekday } from './schedule-options.js';

type AnySchedule = Partial<ScheduleKinds> & ScheduleLimits;

const KINDS = ['intervalSeconds', 'interval', 'cron', 'cronExpression', 'at', 'daily', 'weekly'] as const;

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const UNIT_SECONDS = { weeks: 604_800, days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const;

/**
 * Turns what a caller says about time into a {@link Schedule}.
 * @throws AcumaticaTaskError when it says nothing, two things, or something that never comes
 */
export function readSchedule(options: ScheduleOptions): Schedule {
  const given = KINDS.filter((kind) => (options as AnySchedule)[kind] !== undefined);
  if (given.length !== 1) {
    const found = given.length === 0 ? 'has none' : `has ${given.join(' and ')}`;
    throw new AcumaticaTaskError(`A schedule says exactly one of ${KINDS.join(', ')}; this one ${found}.`);
  }
  return Object.freeze(readKind(options));
}

function readKind(options: AnySchedule): Schedule {
  const limits = readLimits(options);
  if (options.at !== undefined) {
    if (options.runImmediately) throw new AcumaticaTaskError('"at" and "runImmediately" exclude each other.');
    return { kind: 'once', at: readInstant('at', options.at, options.timezone), ...limits };
  }
  const everyMs = readInterval(options);
  if (everyMs !== undefined) return { kind: 'interval', everyMs, mode: options.intervalMode ?? 'fixedRate', ...limits };
  if (options.intervalMode !== undefined) throw new AcumaticaTaskError('"intervalMode" needs an interval.');
  const cron = readCron(options);
  cronTimes(cron, options.timezone);
  return { kind: 'cron', cron, ...(options.timezone !== undefined && { timezone: options.timezone }), ...limits };
}

function readLimits({ startAt, endAt, timezone, runImmediately }: AnySchedule): ScheduleBounds {
  const start = startAt === undefined ? undefined : readInstant('startAt', startAt, timezone);
  const end = endAt === undefined ? undefined : readInstant('endAt', endAt, timezone);
  if (start !== undefined && end !== undefined && end < start) {
    throw new AcumaticaTaskError('"endAt" is before "startAt".');
  }
  return {
    ...(start !== undefined && { startAt: start }),
    ...(end !== undefined && { endAt: end }),
    ...(runImmediately && { runImmediately }),
  };
}

function readInterval({ intervalSeconds, interval }: AnySchedule): number | undefined {
  const seconds = interval === undefined ? intervalSeconds : secondsOf(interval);
  if (seconds === undefined) return undefined;
  const everyMs = Math.round(seconds * 1000);
  if (Number.isSafeInteger(everyMs) && everyMs >= 1) return everyMs;
  throw new AcumaticaTaskError(`An interval is at least 0.001 seconds; ${seconds} is not.`);
}

function secondsOf(duration: Duration): number {
  const units = Object.keys(UNIT_SECONDS) as (keyof Duration)[];
  return units.reduce((sum, unit) => sum + (duration[unit] ?? 0) * UNIT_SECONDS[unit], 0);
}

function readCron({ cron, cronExpression, daily, weekly }: AnySchedule): string {
  if (daily !== undefined) return `${timeOfDay(daily)} * * *`;
  if (weekly === undefined) return cron ?? cronExpression ?? '';
  const days = typeof weekly.on === 'string' ? [weekly.on] : weekly.on;
  const unknown = days.find((day) => !WEEKDAYS.includes(day));
  if (unknown !== undefined || days.length === 0) {
    throw new AcumaticaTaskError(`"weekly.on" lists days of ${WEEKDAYS.join(', ')}; ${unknown ?? 'none'} is not.`);
  }
  return `${timeOfDay(weekly.at)} * * ${days.join(',')}`;
}

function timeOfDay(text: string): string {
  const [, hour, minute, second = '0'] = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (hour !== undefined && minute !== undefined) return [second, minute, hour].map(Number).join(' ');
  throw new AcumaticaTaskError(`"${text}" is no time of day; write it as HH:MM or HH:MM:SS.`);
}
