import fc from 'fast-check';
import { createScheduler, planNext, readSchedule } from '../src/index.js';
import type { Misfire, Schedule, ScheduleOptions } from '../src/index.js';
import { manualClock } from '../src/testing/index.js';

jest.setTimeout(600_000);

/** How many random lives of a scheduler are tried. */
const RUNS = Number(process.env['SCHEDULER_PROPERTY_RUNS'] ?? 10_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TICK = 30_000;

const zones = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
];
const crons = ['*/30 * * * *', '30 * * * *', '30 1,2,3 * * *', '15 */2 * * *', '5,35 0-4 * * 0', '0 30 2 * * *'];

/** Nights on which clocks change somewhere, and one on which they do not. */
const starts = [
  '2026-03-08T05:00Z',
  '2026-11-01T04:00Z',
  '2026-03-28T23:00Z',
  '2026-10-24T23:00Z',
  '2026-10-03T14:00Z',
  '2026-06-15T00:00Z',
];

const schedules: fc.Arbitrary<ScheduleOptions> = fc.oneof(
  fc.record({ intervalSeconds: fc.integer({ min: 120, max: 3_600 }), runImmediately: fc.boolean() }),
  fc.record({ cron: fc.constantFrom(...crons), timezone: fc.constantFrom(...zones) }),
  fc.record({ daily: fc.constantFrom('01:30', '02:00', '02:30', '03:15'), timezone: fc.constantFrom(...zones) }),
);

/** What happens to the machine: time passes, it sleeps (the clock jumps on), or its clock is set back. */
const happening = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass'), ms: fc.integer({ min: 1_000, max: 10 * MINUTE }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sleep'), ms: fc.integer({ min: 1_000, max: 2 * HOUR }) }) },
);
const setBack = fc.record({ kind: fc.constant('setBack'), ms: fc.integer({ min: 1_000, max: 2 * HOUR }) });

interface Life {
  readonly options: ScheduleOptions;
  readonly start: number;
  readonly happenings: readonly { readonly kind: string; readonly ms: number }[];
  readonly durationMs: number;
  readonly misfire: Misfire;
}

const lives = (events: fc.Arbitrary<{ kind: string; ms: number }>): fc.Arbitrary<Life> =>
  fc.record({
    options: schedules,
    start: fc.constantFrom(...starts.map((text) => Date.parse(text))),
    happenings: fc.array(events, { minLength: 1, maxLength: 3 }),
    durationMs: fc.constantFrom(0, 0, 10_000, 3 * MINUTE),
    misfire: fc.constantFrom('runOnce', 'skip', 'runAll'),
  });

interface Outcome {
  readonly schedule: Schedule;
  readonly begun: readonly number[];
  readonly skipped: readonly number[];
  readonly missCount: number;
  readonly mostAtOnce: number;
  readonly end: number;
  readonly early: number;
}

/** Lives through it and tells what ran. */
async function live({ options, start, happenings, durationMs, misfire }: Life): Promise<Outcome> {
  const clock = manualClock(start);
  const scheduler = createScheduler({ clock, onError: fail });
  const [begun, skipped]: [number[], number[]] = [[], []];
  let [going, mostAtOnce, early] = [0, 0, 0];
  scheduler.on('skip', ({ scheduledFor }) => skipped.push(scheduledFor.getTime()));
  const task = async ({ scheduledFor }: { scheduledFor: Date }): Promise<void> => {
    begun.push(scheduledFor.getTime());
    if (scheduledFor.getTime() > clock.now()) early += 1;
    mostAtOnce = Math.max(mostAtOnce, (going += 1));
    if (durationMs > 0) await new Promise<void>((resolve) => void clock.after(durationMs, resolve, false));
    going -= 1;
  };
  scheduler.scheduleTask({ name: 'a', task, misfire, ...options });
  for (const { kind, ms } of happenings) {
    if (kind === 'pass') await clock.advance(ms);
    else clock.jump(kind === 'sleep' ? ms : -ms);
  }
  await clock.advance(TICK);
  const missCount = scheduler.listTasks()[0]?.missCount ?? 0;
  return { schedule: readSchedule(options), begun, skipped, missCount, mostAtOnce, end: clock.now(), early };
}

function fail(error: unknown): void {
  throw error;
}

/** Every tick from `start` to `end`, one after the other. */
function ticksOf(schedule: Schedule, start: number, end: number): number[] {
  const ticks: number[] = [];
  let next = planNext(schedule, start);
  while (next !== undefined && next <= end) {
    ticks.push(next);
    next = planNext(schedule, next, { scheduledFor: next });
  }
  return ticks;
}

const isAscending = (times: readonly number[]): boolean =>
  times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0));

it('whatever the schedule, the zone and the sleep: one run at a time, in order, none invented, none lost', async () => {
  await fc.assert(
    fc.asyncProperty(lives(happening), async (life) => {
      const { schedule, begun, skipped, missCount, mostAtOnce, end, early } = await live(life);
      const ticks = ticksOf(schedule, life.start, end);
      expect(mostAtOnce).toBeLessThanOrEqual(1);
      expect(early).toBe(0);
      expect(isAscending(begun)).toBe(true);
      const known = new Set(ticks);
      expect([...begun, ...skipped].filter((time) => !known.has(time))).toEqual([]);
      const accounted = [...begun, ...skipped].sort((a, b) => a - b);
      if (life.misfire !== 'runAll') expect(accounted.length + missCount).toBe(ticks.length);
      else expect(accounted).toEqual(ticks.slice(0, accounted.length));
      if (life.misfire === 'runAll' && life.durationMs === 0) expect(begun).toEqual(ticks);
    }),
    { numRuns: RUNS },
  );
});

it('a clock that is set back repeats no tick of a cron schedule and never stops an interval', async () => {
  await fc.assert(
    fc.asyncProperty(lives(fc.oneof(happening, setBack)), async (life) => {
      const { schedule, begun, mostAtOnce } = await live(life);
      expect(mostAtOnce).toBeLessThanOrEqual(1);
      if (schedule.kind === 'cron') expect(isAscending(begun)).toBe(true);
      else if (life.durationMs === 0) await expectNoSilence(life, schedule, begun);
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
});

/** An interval runs again within one interval and one look at the clock, wherever the clock has gone. */
async function expectNoSilence(life: Life, schedule: Schedule, begun: readonly number[]): Promise<void> {
  const every = schedule.kind === 'interval' ? schedule.everyMs : 0;
  const more = await live({ ...life, happenings: [...life.happenings, { kind: 'pass', ms: every + 2 * TICK }] });
  expect(more.begun.length).toBeGreaterThan(begun.length);
}
