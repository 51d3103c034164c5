import { setTimeout as sleep } from 'node:timers/promises';
import { createScheduler, planTick, planNext, readSchedule } from '@acurecord/scheduler';
import type { ScheduleOptions } from '@acurecord/scheduler';
import { pairedMs, report, timeMs } from './report.js';

const BEATS = 100_000;
const start = Date.UTC(2026, 0, 1);

/** Plans so many ticks in a row: what to do with each, and which one is next. */
function plan(options: ScheduleOptions, ticks: number): () => void {
  const schedule = readSchedule(options);
  return () => {
    let next = planNext(schedule, start) ?? start;
    for (let index = 0; index < ticks; index += 1) {
      const tick = { scheduledFor: next, dueAt: next };
      const { last } = planTick(schedule, { tick, now: next, misfire: 'runOnce', misfireAfterMs: 10_000 });
      next = planNext(schedule, next, { scheduledFor: last }) ?? next;
    }
  };
}

const cron = { cron: '*/5 * * * *', timezone: 'America/New_York' };
const ms = await timeMs(plan({ intervalSeconds: 60 }, BEATS));
report({ label: 'planning 100,000 ticks of an interval', value: ms, unit: 'ms', atMost: 500 });
const [interval, zoned] = await pairedMs(plan({ intervalSeconds: 60 }, 1_000), plan(cron, 1_000), 5);
report({ label: 'planning 100,000 ticks of cron in a time zone', value: zoned * 100, unit: 'ms', atMost: 20_000 });
report({ label: 'cron in a time zone, as a multiple of an interval', value: zoned / interval, unit: '×' });

/** V8 tidies up for so long after work; that is not the scheduler's cost. */
const SETTLE_MS = 25_000;
/** A little longer than the scheduler's longest timer. */
const WATCH_MS = 31_000;

const scheduler = createScheduler();
for (let index = 0; index < 1_000; index += 1) {
  scheduler.scheduleTask({ name: `task ${index}`, interval: { hours: 1, seconds: index }, task: () => undefined });
}
await sleep(SETTLE_MS);
const before = process.cpuUsage();
await sleep(WATCH_MS);
const { user, system } = process.cpuUsage(before);
const idleMs = ((user + system) / 1_000) * (60_000 / WATCH_MS);
report({ label: 'idle cost of 1,000 tasks, CPU in a minute', value: idleMs, unit: 'ms', atMost: 100 });
await scheduler.close();
