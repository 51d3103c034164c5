import { AcumaticaTaskError } from '@acurecord/errors';
import { planNext, planTick, preview, readSchedule } from '../../src/index.js';
import type { Misfire, ScheduleOptions } from '../../src/index.js';
import { CronTimes, cronTimes } from '../../src/plan/cron-times.js';
import { planDependencies } from '../../src/plan/plan-dependencies.js';
import { lastDueTick } from '../../src/plan/plan-tick.js';

const MINUTE = 60_000;
const start = Date.UTC(2026, 0, 1);
const everyMinute = { cron: '* * * * *', timezone: 'UTC' };

const plan = (options: ScheduleOptions, lateMs: number, misfire: Misfire) =>
  planTick(readSchedule(options), {
    tick: { scheduledFor: start, dueAt: start },
    now: start + lateMs,
    misfire,
    misfireAfterMs: 5_000,
  });

it('a first tick runs after any success of what it depends on', () => {
  expect(planDependencies(start, undefined, [{ name: 'a', open: [], lastSuccessFor: 1 }])).toEqual({ action: 'run' });
  expect(planDependencies(start, undefined, [{ name: 'a', open: [] }])).toEqual({ action: 'skip', on: 'a' });
});

it.each<[string, ScheduleOptions]>([
  ['an interval', { intervalSeconds: 60 }],
  ['a cron schedule', everyMinute],
])('a tick of %s that is due this very moment counts as due', (_, options) => {
  expect(plan(options, MINUTE, 'runOnce')).toMatchObject({ run: start + MINUTE, missed: { count: 1 } });
  expect(plan(options, MINUTE, 'runAll').nextAfterRun).toBe(true);
  expect(plan(options, MINUTE - 1, 'runAll').nextAfterRun).toBe(false);
  expect(lastDueTick(readSchedule(options), start, start + 3 * MINUTE)).toBe(start + 3 * MINUTE);
});

it('a task that is due once is alone, however late it is', () => {
  expect(plan({ at: start }, 10 * MINUTE, 'runOnce')).toEqual({ run: start, last: start, nextAfterRun: false });
  expect(plan({ at: start }, 10 * MINUTE, 'runAll')).toEqual({ run: start, last: start, nextAfterRun: false });
  const missed = { first: start, last: start, count: 1 };
  expect(plan({ at: start }, 10 * MINUTE, 'skip')).toEqual({ missed, last: start, nextAfterRun: false });
});

it('a fixed delay without the end of a run counts from the tick', () => {
  const schedule = readSchedule({ intervalSeconds: 60, intervalMode: 'fixedDelay' });
  expect(planNext(schedule, start + 5, { scheduledFor: start })).toBe(start + MINUTE);
});

it('a preview begins now where it is not told when, and says which time cannot be read', () => {
  expect(preview({ intervalSeconds: 60 }, 1, start)).toEqual([new Date(start + MINUTE)]);
  expect(() => preview({ intervalSeconds: 60, from: 'soon' }, 1)).toThrow('"from" is no point in time: soon');
});

it('the times of one expression are told apart by their zones, and shared within one', () => {
  const [none, utc, york] = [undefined, 'UTC', 'America/New_York'].map((zone) => cronTimes('0 12 * * *', zone));
  expect(new Set([none, utc, york]).size).toBe(3);
  expect(cronTimes('0 12 * * *', 'UTC')).toBe(utc);
  expect(utc?.after(start)).toBe(start + 12 * 60 * MINUTE);
  expect(york?.after(start)).toBe(start + 17 * 60 * MINUTE);
});

it('a time that has been found is found again, wherever one looks from', () => {
  const times = new CronTimes('0 12 * * *', 'UTC');
  const noon = start + 12 * 60 * MINUTE;
  const day = 24 * 60 * MINUTE;
  expect([start, start, start + 1, noon - 1, noon, start, noon + day].map((time) => times.after(time))).toEqual([
    ...[noon, noon, noon, noon],
    ...[noon + day, noon, noon + 2 * day],
  ]);
});

it('an expression that cannot be used keeps what was wrong with it', () => {
  const refuse = (): unknown => new CronTimes('often', undefined);
  expect(refuse).toThrow(AcumaticaTaskError);
  expect(refuse).toThrow(expect.objectContaining({ cause: expect.any(Error) as Error }) as Error);
});

it('an expression of one year has no time after it, and none before it', () => {
  const times = new CronTimes('0 0 0 1 1 * 2027', 'UTC');
  const only = Date.UTC(2027, 0, 1);
  expect([start, only, only + 1, only + 2].map((time) => times.after(time))).toEqual([
    only,
    ...Array(3).fill(undefined),
  ]);
  expect([start, only, only + 1].map((time) => times.atOrBefore(time))).toEqual([undefined, only, only]);
});
