import { planTick, readSchedule } from '../src/index.js';
import type { Misfire, ScheduleOptions } from '../src/index.js';
import { planDependencies } from '../src/plan/plan-dependencies.js';
import { retryDelayMs } from '../src/plan/retry-delay-ms.js';

const MINUTE = 60_000;
const start = Date.UTC(2026, 0, 1);

const plan = (options: ScheduleOptions, lateMs: number, misfire: Misfire, jitterMs = 0) =>
  planTick(readSchedule(options), {
    tick: { scheduledFor: start, dueAt: start + jitterMs },
    now: start + lateMs,
    misfire,
    misfireAfterMs: 5_000,
  });

describe.each([
  ['an interval', { intervalSeconds: 60 }],
  ['a cron schedule', { cron: '* * * * *', timezone: 'UTC' }],
])('a tick of %s', (_name, options) => {
  it.each(['runOnce', 'skip', 'runAll'] as const)('that is on time runs, with %s', (misfire) => {
    expect(plan(options, 100, misfire)).toEqual({ run: start, last: start, nextAfterRun: false });
  });
  it('and three more that are late run once, as the last one', () => {
    const missed = { first: start, last: start + 2 * MINUTE, count: 3 };
    const last = start + 3 * MINUTE;
    expect(plan(options, 3 * MINUTE + 30_000, 'runOnce')).toEqual({ run: last, last, missed, nextAfterRun: false });
  });
  it('and three more that are late are left out', () => {
    const last = start + 3 * MINUTE;
    const missed = { first: start, last, count: 4 };
    expect(plan(options, 3 * MINUTE + 30_000, 'skip')).toEqual({ last, missed, nextAfterRun: false });
  });
  it('is left out and the one that is due now runs', () => {
    const last = start + 3 * MINUTE;
    const missed = { first: start, last: start + 2 * MINUTE, count: 3 };
    expect(plan(options, 3 * MINUTE + 100, 'skip')).toEqual({ run: last, last, missed, nextAfterRun: false });
  });
  it('and three more that are late run one after the other', () => {
    expect(plan(options, 3 * MINUTE, 'runAll')).toEqual({ run: start, last: start, nextAfterRun: true });
  });
  it('that is as late as may be is on time still, and not a moment later', () => {
    expect(plan(options, 5_000, 'skip')).toEqual({ run: start, last: start, nextAfterRun: false });
    expect(plan(options, 5_001, 'skip').run).toBeUndefined();
  });
  it('is not late by its jitter', () => {
    expect(plan(options, 45_000, 'skip', 44_000)).toEqual({ run: start, last: start, nextAfterRun: false });
  });
});

it('a tick at a fixed delay is alone, however late it is', () => {
  const options = { intervalSeconds: 60, intervalMode: 'fixedDelay' } as const;
  expect(plan(options, 10 * MINUTE, 'runOnce')).toEqual({ run: start, last: start, nextAfterRun: true });
  const missed = { first: start, last: start, count: 1 };
  expect(plan(options, 10 * MINUTE, 'skip')).toEqual({ missed, last: start + 10 * MINUTE, nextAfterRun: false });
});

it('a year of missed seconds is counted as far as a thousand, and the last tick is exact', () => {
  const year = 365 * 24 * 60 * MINUTE;
  const { run, missed } = plan({ cron: '* * * * * *', timezone: 'UTC' }, year, 'runOnce');
  expect(run).toBe(start + year);
  expect(missed).toEqual({ first: start, last: start + year - 1_000, count: 1_000 });
});

it('no tick after endAt is counted', () => {
  const options = { intervalSeconds: 60, endAt: start + MINUTE };
  expect(plan(options, 10 * MINUTE, 'runOnce').run).toBe(start + MINUTE);
});

it('the first retry waits delayMs, each further one longer by the factor', () => {
  const retry = { attempts: 4, delayMs: 100, factor: 3 };
  expect([1, 2, 3, 4].map((attempt) => retryDelayMs(retry, attempt, 0.5))).toEqual([100, 300, 900, undefined]);
});

it('jitter only ever lengthens a wait', () => {
  const retry = { attempts: 2, delayMs: 100, jitter: 0.5 };
  expect([0, 0.5, 1].map((random) => retryDelayMs(retry, 1, random))).toEqual([100, 125, 150]);
});

describe('a tick at 100 whose task had its last tick at 50', () => {
  const cases: [string, number | undefined, number[], string][] = [
    ['runs after a success since', 60, [], 'run'],
    ['runs after a success of the same time', 100, [], 'run'],
    ['does not run after an older success', 50, [], 'skip'],
    ['does not run without any success', undefined, [], 'skip'],
    ['waits for what is due', undefined, [100], 'wait'],
    ['waits for what is due in spite of a success', 60, [90], 'wait'],
    ['does not wait for what is due later', 60, [101], 'run'],
  ];
  it.each(cases)('%s', (_name, lastSuccessFor, open, action) => {
    const state = { name: 'a', open, ...(lastSuccessFor !== undefined && { lastSuccessFor }) };
    expect(planDependencies(100, 50, [state]).action).toBe(action);
  });
});
