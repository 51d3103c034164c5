import { inProcess } from '../src/index.js';
import { driverConformance, manualClock } from '../src/testing/index.js';

describe('the in-process driver, shared by several schedulers', () => {
  const openBench = async () => {
    const driver = inProcess();
    const clock = manualClock(Date.UTC(2026, 0, 1));
    return { connect: () => driver, clock, advance: (ms: number) => clock.advance(ms), close: async () => undefined };
  };
  for (const { name, run } of driverConformance(openBench)) it(name, run);
});

it('drops a handler that fails without an unhandled rejection', async () => {
  const clock = manualClock(0);
  const connection = inProcess().attach(
    { onTick: () => Promise.reject(new Error('no')), onClockSetBack: () => undefined },
    { clock, keepAlive: false },
  );
  await connection.arm({ task: 'a', scheduledFor: 5, dueAt: 5, priority: 0 });
  await clock.advance(10);
  expect(clock.timers()).toBe(0);
});

it('looks at the clock at least every 30 seconds, so that a machine that slept is noticed', async () => {
  const clock = manualClock(0);
  const ticks: number[] = [];
  const connection = inProcess().attach(
    {
      onTick: async (tick) => {
        ticks.push(tick.scheduledFor);
        return true;
      },
      onClockSetBack: () => undefined,
    },
    { clock, keepAlive: false },
  );
  await connection.arm({ task: 'weekly', scheduledFor: 604_800_000, dueAt: 604_800_000, priority: 0 });
  await clock.advance(1_000);
  clock.jump(604_800_000);
  await clock.advance(30_000);
  expect(ticks).toEqual([604_800_000]);
});
