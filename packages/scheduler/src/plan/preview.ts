import { AcumaticaTaskError } from '@acurecord/errors';
import { readInstant } from '../schedule/read-instant.js';
import { readSchedule } from '../schedule/read-schedule.js';
import type { Instant, ScheduleOptions } from '../schedule/schedule-options.js';
import { planNext } from './plan-next.js';

/** A schedule, and the time from which its ticks are wanted. */
export type PreviewOptions = ScheduleOptions & {
  /** @default now */
  readonly from?: Instant;
};

/**
 * The next `count` times of a schedule, fewer when it ends before: `preview({ cron: '0 8 * * mon#1' }, 3)`.
 * Runs are taken to last no time.
 * @throws AcumaticaTaskError when the schedule makes no sense
 */
export function preview(options: PreviewOptions, count = 10, now: number = Date.now()): Date[] {
  if (!Number.isFinite(count)) throw new AcumaticaTaskError(`A preview needs a number of times; ${count} is none.`);
  const schedule = readSchedule(options);
  const from = options.from === undefined ? now : readInstant('from', options.from, options.timezone);
  const most = Math.min(count, options.maxRuns ?? count);
  const times: Date[] = [];
  let next = planNext(schedule, from);
  while (next !== undefined && times.length < most) {
    times.push(new Date(next));
    next = planNext(schedule, next, { scheduledFor: next });
  }
  return times;
}
