import fc from 'fast-check';
import { Limiter } from '../src/policy/limiter.js';
import type { RateLimitOptions } from '../src/index.js';
import { CancellationScope } from '../src/pipeline/cancellation-scope.js';
import { ManualClock } from './manual-clock.js';

/** Starts so many calls at once and gives the milliseconds after which each may start, in the order of asking. */
async function startsOf(count: number, options: RateLimitOptions, runMs: number, callMs = 0): Promise<number[]> {
  const clock = new ManualClock();
  const limiter = new Limiter(options, clock);
  const began = clock.now();
  const starts: number[] = [];
  for (let index = 0; index < count; index += 1) {
    void (limiter.tryStart() ? Promise.resolve() : limiter.waitForStart(new CancellationScope())).then(() => {
      starts[index] = clock.now() - began;
      clock.after(callMs, () => limiter.end());
    });
  }
  await clock.advance(runMs);
  return starts;
}

const mostWithin = (starts: number[], windowMs: number): number =>
  Math.max(...starts.map((start) => starts.filter((other) => other >= start && other < start + windowMs).length));

it('lets a burst go and then keeps the pace', async () => {
  expect(await startsOf(5, { callsPerSecond: 2 }, 2_000)).toEqual([0, 0, 500, 1000, 1500]);
});

it('takes fractions: half a call each second is one every two seconds', async () => {
  expect(await startsOf(4, { callsPerSecond: 0.5 }, 10_000)).toEqual([0, 2000, 4000, 6000]);
});

it('never starts more than 50 of 1,000 calls within any minute', async () => {
  const starts = await startsOf(
    1000,
    { callsPerSecond: 1e6, requestsPerMinute: 50, useFullAllowance: true },
    20 * 60_001,
  );
  expect(starts).toHaveLength(1000);
  expect(mostWithin(starts, 60_000)).toBe(50);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
});

it('starts two calls that may not fall into one minute more than a minute apart', async () => {
  const options = { callsPerSecond: Infinity, requestsPerMinute: 1, useFullAllowance: true };
  expect(await startsOf(3, options, 130_000)).toEqual([0, 60_001, 120_002]);
});

it('stays below the half of the minute unless told otherwise', async () => {
  const starts = await startsOf(100, { callsPerSecond: 1e6, requestsPerMinute: 50 }, 59_999);
  expect(Object.keys(starts)).toHaveLength(24);
});

it('keeps calls under way at their bound', async () => {
  expect(await startsOf(6, { callsPerSecond: Infinity, maxConcurrent: 2 }, 1_000, 100)).toEqual([
    0, 0, 100, 100, 200, 200,
  ]);
});

it('lets a waiter leave, and the others keep their order', async () => {
  const clock = new ManualClock();
  const limiter = new Limiter({ callsPerSecond: 1 }, clock);
  expect(limiter.tryStart()).toBe(true);
  const order: string[] = [];
  const cancellation = new CancellationScope();
  const wait = (name: string, line = new CancellationScope()): Promise<void> =>
    limiter.waitForStart(line).then(
      () => void order.push(name),
      (error: Error) => void order.push(`${name} ${error.message}`),
    );
  void wait('first');
  void wait('second', cancellation);
  void wait('third');
  expect(limiter.tryStart()).toBe(false);
  cancellation.cancel(new Error('left'));
  await clock.advance(2_000);
  expect(order).toEqual(['second left', 'first', 'third']);
  expect(clock.pending).toBe(0);
});

describe('priority', () => {
  /** Lets calls of these priorities wait behind one that runs, and gives the names in the order of their starts. */
  async function orderOf(options: RateLimitOptions, priorities: readonly (readonly [string, number])[]) {
    const clock = new ManualClock();
    const limiter = new Limiter(options, clock);
    expect(limiter.tryStart()).toBe(true);
    const order: string[] = [];
    for (const [name, priority] of priorities) {
      void limiter.waitForStart(new CancellationScope(), priority).then(() => {
        order.push(name);
        clock.after(10, () => limiter.end());
      });
    }
    clock.after(10, () => limiter.end());
    await clock.advance(20 * 60_000);
    return order;
  }
  const waiting = [
    ['a', 0],
    ['b', -1],
    ['c', 5],
    ['d', 0],
    ['e', 5],
  ] as const;

  it.each<[string, RateLimitOptions]>([
    ['a slot', { callsPerSecond: Infinity, maxConcurrent: 1 }],
    ['the second', { callsPerSecond: 1 }],
    ['the minute', { callsPerSecond: Infinity, requestsPerMinute: 1, useFullAllowance: true }],
  ])('lets the higher one go first where calls wait for %s, and equal ones in their order', async (_, options) => {
    expect(await orderOf(options, waiting)).toEqual(['c', 'e', 'a', 'd', 'b']);
  });

  it('lets a later call of a higher priority pass those that wait already', async () => {
    const clock = new ManualClock();
    const limiter = new Limiter({ callsPerSecond: 1 }, clock);
    limiter.tryStart();
    const order: string[] = [];
    const wait = (name: string, priority: number) =>
      void limiter.waitForStart(new CancellationScope(), priority).then(() => void order.push(name));
    wait('first', 0);
    wait('second', 0);
    await clock.advance(1_000);
    wait('urgent', 1);
    await clock.advance(2_000);
    expect(order).toEqual(['first', 'urgent', 'second']);
    expect(clock.pending).toBe(0);
  });

  it('always starts a call that nobody of a higher priority or of an earlier turn waits beside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 30 }), async (priorities) => {
        const named = priorities.map((priority, index) => [`${index}`, priority] as const);
        const sorted = [...named].sort(([, a], [, b]) => b - a).map(([name]) => name);
        expect(await orderOf({ callsPerSecond: Infinity, maxConcurrent: 1 }, named)).toEqual(sorted);
      }),
      { numRuns: 15 },
    );
  });
});

it('holds everyone back while the server asks for it', async () => {
  const clock = new ManualClock();
  const limiter = new Limiter({ callsPerSecond: 100 }, clock);
  limiter.hold(5_000);
  expect(limiter.tryStart()).toBe(false);
  const waiting = limiter.waitForStart(new CancellationScope()).then(() => clock.now());
  const began = clock.now();
  await clock.advance(6_000);
  expect((await waiting) - began).toBe(5_000);
});

it.each<[string, RateLimitOptions]>([
  ['the second', { callsPerSecond: 1 }],
  ['the minute', { callsPerSecond: Infinity, requestsPerMinute: 1, useFullAllowance: true }],
])('lets nobody wait for %s until a clock that was set back has caught up', async (_, options) => {
  const clock = new ManualClock();
  const limiter = new Limiter(options, clock);
  expect(limiter.tryStart()).toBe(true);
  limiter.end();
  limiter.hold(1_000);
  clock.setBack(3_600_000);
  let isStarted = false;
  void limiter.waitForStart(new CancellationScope()).then(() => (isStarted = true));
  clock.setBack(3_600_000);
  await clock.advance(2 * 60_002);
  expect(isStarted).toBe(true);
});

it.each([{ callsPerSecond: 0 }, { requestsPerMinute: -1 }, { maxConcurrent: NaN }])('refuses %o', (options) => {
  expect(() => new Limiter(options, new ManualClock())).toThrow('must be a number above 0');
});

it('keeps every bound for any options', async () => {
  const options = fc.record({
    callsPerSecond: fc.double({ min: 0.2, max: 50, noNaN: true }),
    requestsPerMinute: fc.integer({ min: 2, max: 60 }),
    maxConcurrent: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(options, fc.integer({ min: 1, max: 40 }), async (given, count) => {
      const starts = await startsOf(count, { ...given, useFullAllowance: true }, 3 * 60_000, 10);
      const gone = starts.filter((start) => start !== undefined);
      expect(mostWithin([0, ...gone], 60_000)).toBeLessThanOrEqual(given.requestsPerMinute + 1);
      expect(mostWithin([0, ...gone], 1_000)).toBeLessThanOrEqual(2 * Math.max(1, given.callsPerSecond) + 2);
    }),
    { numRuns: 15 },
  );
});
