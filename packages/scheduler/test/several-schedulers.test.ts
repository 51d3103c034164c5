import { inProcess } from '../src/index.js';
import { manualClock } from '../src/testing/index.js';
import { benchScheduler, lasting, NOON } from './bench-scheduler.js';

/** Schedulers that share one queue, as machines do. */
function machines(count: number) {
  const driver = inProcess();
  const clock = manualClock(NOON);
  return { clock, benches: Array.from({ length: count }, () => benchScheduler({ driver, clock })) };
}

it('several schedulers share the ticks of a task: each runs once, on one of them', async () => {
  const { clock, benches } = machines(3);
  const ticks: number[] = [];
  for (const { scheduler } of benches) {
    scheduler.scheduleTask({
      name: 'a',
      intervalSeconds: 10,
      task: ({ scheduledFor }) => void ticks.push((scheduledFor.getTime() - NOON) / 1_000),
    });
    await clock.advance(1_000);
  }
  await clock.advance(60_000);
  expect(ticks).toEqual([10, 20, 30, 40, 50, 60]);
  expect(benches.map(({ log }) => log.length > 0)).toEqual([true, true, true]);
});

it('a run on one of them keeps the others from running the task', async () => {
  const { clock, benches } = machines(2);
  for (const { scheduler } of benches) {
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 10, task: lasting(clock, 15_000) });
  }
  await clock.advance(30_000);
  const lines = benches.flatMap(({ log }) => log).sort();
  expect(lines).toEqual(['10 start a', '20 skip a an earlier run goes on', '25 success a', '30 start a']);
});

it('one that closes leaves its ticks to the others', async () => {
  const { clock, benches } = machines(2);
  for (const { scheduler } of benches)
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 10, task: () => undefined });
  await benches[0]?.scheduler.close();
  await clock.advance(30_000);
  expect(benches.map(({ log }) => log.length)).toEqual([0, 6]);
});

it('one that does not know a task leaves it to the one that does', async () => {
  const { clock, benches } = machines(2);
  benches[1]?.scheduler.scheduleTask({ name: 'a', intervalSeconds: 10, task: () => undefined });
  await clock.advance(40_000);
  expect(benches.map(({ log }) => log.length)).toEqual([0, 8]);
});
