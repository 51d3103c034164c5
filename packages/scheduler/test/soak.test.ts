import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createScheduler } from '../src/index.js';
import type { ScheduleOptions } from '../src/index.js';
import { manualClock } from '../src/testing/index.js';
import { NOON } from './bench-scheduler.js';

jest.setTimeout(120_000);

const DAY_MS = 86_400_000;

const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Tokyo', 'Australia/Sydney'];

function scheduleOf(index: number): ScheduleOptions {
  const timezone = zones[index % zones.length] as string;
  switch (index % 5) {
    case 0:
      return { daily: `0${index % 10}:30`, timezone };
    case 1:
      return { cron: '0 */6 * * *', timezone };
    case 2:
      return { intervalSeconds: 10_800 + index };
    default:
      return { interval: { hours: 12, minutes: index % 7 } };
  }
}

it('1,000 tasks over 30 days run on time, in bounded memory', async () => {
  const clock = manualClock(NOON);
  const scheduler = createScheduler({ clock });
  let [runs, drift] = [0, 0];
  const task = ({ scheduledFor }: { scheduledFor: Date }): void => {
    runs += 1;
    drift = Math.max(drift, clock.now() - scheduledFor.getTime());
  };
  for (let index = 0; index < 1_000; index += 1) {
    scheduler.scheduleTask({ name: `task ${index}`, task, ...scheduleOf(index) });
  }
  const began = process.cpuUsage();
  const heap: number[] = [];
  for (let day = 0; day < 30; day += 1) {
    await clock.advance(DAY_MS);
    if (day === 14 || day === 29) heap.push(heapUsed());
  }
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  const [middle = 0, end = 0] = heap;

  expect(runs).toBeGreaterThan(95_000);
  expect(scheduler.stats()).toMatchObject({ runCount: runs, errorCount: 0, skipCount: 0, missCount: 0 });
  expect(drift).toBe(0);
  expect(seconds).toBeLessThan(20);
  expect(end).toBeLessThan(middle * 1.2);
  await scheduler.close();
  expect(clock.timers()).toBe(0);
});

function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
