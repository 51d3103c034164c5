import { manualClock } from '@acurecord/scheduler/testing';
import type { AcumaticaClient, ClientOptions } from 'acurecord';
import { connectTo, requestsOf, simulated } from '../support/simulated.js';

const NOON = Date.UTC(2026, 0, 10, 12);

async function scheduling(options: ClientOptions = {}) {
  const sim = await simulated();
  const clock = manualClock(NOON);
  const client = await connectTo(sim, { ...options, scheduler: { clock, ...options.scheduler } });
  client.with({ branch: 'PRODWHOLE' }).scheduler.on('stop', () => undefined);
  const { scheduler } = client;
  const next = (event: 'success' | 'failure' | 'start'): Promise<unknown> =>
    new Promise((resolve) => {
      const off = scheduler.on(event, (told) => {
        off();
        resolve(told);
      });
    });
  const end = async (): Promise<void> => {
    await client.close();
    await sim.close();
  };
  return { sim, clock, client, scheduler, next, end };
}

const statuses = (client: AcumaticaClient): string[] =>
  client.scheduler.listTasks().map((task) => `${task.name}: ${task.status}`);

test('schedule_task(func, interval_seconds, task_name), list_tasks(), stop_task(id), stop_all()', async () => {
  const { client, clock, scheduler, next, end } = await scheduling();
  const syncCustomers = async (): Promise<number> => (await client.service('Customer').getList()).length;
  const id = scheduler.scheduleTask({ func: syncCustomers, intervalSeconds: 300, taskName: 'customer_sync' });
  scheduler.scheduleTask({ func: syncCustomers, cronExpression: '0 */6 * * *', timezone: 'UTC', taskName: 'six' });
  expect(statuses(client)).toEqual(['customer_sync: pending', 'six: pending']);
  expect(scheduler.listTasks()[1]?.nextRun).toEqual(new Date(NOON + 6 * 3_600_000));

  const done = next('success');
  await clock.advance(300_000);
  expect(await done).toMatchObject({ task: 'customer_sync', result: expect.any(Number) as number });
  await scheduler.stopTask(id);
  expect(statuses(client)).toEqual(['customer_sync: cancelled', 'six: pending']);
  await scheduler.stopAll();
  expect(statuses(client)).toEqual(['customer_sync: cancelled', 'six: cancelled']);
  await end();
});

test('a task gets the client, and its failure is the error of the ERP', async () => {
  const { client, clock, scheduler, next, end } = await scheduling();
  const failed = next('failure');
  scheduler.scheduleTask({
    name: 'missing',
    at: new Date(NOON),
    task: (context) => {
      expect(context.client).toBe(client);
      return context.client.service('Customer').getById('NOBODY');
    },
  });
  await clock.advance(0);
  expect(await failed).toMatchObject({ error: { code: 'NOT_FOUND' }, run: { outcome: 'failure' } });
  await clock.advance(0);
  expect(statuses(client)).toEqual(['missing: failed']);
  await end();
});

test('the scheduler stops with the client: what runs may end first, over the same session', async () => {
  const { sim, client, clock, scheduler, next } = await scheduling();
  let goOn = (): void => undefined;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const began = next('start');
  scheduler.scheduleTask({
    name: 'slow',
    at: new Date(NOON),
    task: async () => {
      await gate;
      return (await client.service('Customer').getById('TECHCO')).id;
    },
  });
  await clock.advance(0);
  await began;
  const closed = client.close();
  goOn();
  await closed;
  expect(scheduler.history('slow')).toMatchObject([{ outcome: 'success' }]);
  expect(requestsOf(sim).at(-1)).toBe('POST /entity/auth/logout');
  expect(sim.sessions()).toHaveLength(0);
  expect(clock.timers()).toBe(0);
  expect(() => client.scheduler).toThrow(/closed/);
  await sim.close();
});

test('what runs longer than closeTimeoutMs is aborted', async () => {
  const { sim, client, clock, scheduler } = await scheduling({ closeTimeoutMs: 5_000 });
  scheduler.scheduleTask({
    name: 'endless',
    at: new Date(NOON),
    task: ({ signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  });
  await clock.advance(0);
  const closed = client.close();
  await clock.advance(5_000);
  await closed;
  expect(scheduler.history('endless')).toMatchObject([{ outcome: 'cancelled', durationMs: 5_000 }]);
  expect(sim.sessions()).toHaveLength(0);
  await sim.close();
});

test('the client makes no scheduler, and no timer, before it is asked for one', async () => {
  const sim = await simulated();
  const clock = manualClock(NOON);
  await using client = await connectTo(sim, { scheduler: { clock } });
  expect(clock.timers()).toBe(0);
  client.scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: () => 1 });
  expect(clock.timers()).toBe(1);
  expect(client.scheduler).toBe(client.scheduler);
  await client.close();
  await sim.close();
});

test('status words: pending, running, completed, failed, cancelled, paused', async () => {
  const { client, clock, scheduler, end } = await scheduling();
  const task = (): undefined => undefined;
  const soon = new Date(NOON + 1_000);
  scheduler.scheduleTask({ name: 'pending', daily: '08:00', task });
  scheduler.scheduleTask({
    name: 'running',
    at: soon,
    task: () => new Promise((resolve) => setImmediate(() => clock.after(500, () => resolve(1), false))),
  });
  scheduler.scheduleTask({ name: 'completed', at: soon, task });
  scheduler.scheduleTask({ name: 'failed', at: soon, task: () => Promise.reject(new Error('no')) });
  scheduler.scheduleTask({ name: 'cancelled', at: soon, task });
  scheduler.scheduleTask({ name: 'paused', at: soon, task });
  await scheduler.stopTask('cancelled');
  scheduler.pauseTask('paused');
  await clock.advance(1_000);
  for (const { name, status } of scheduler.listTasks()) expect(status).toBe(name);
  await clock.advance(1_000);
  expect(statuses(client)).toContain('running: completed');
  await end();
});

test('retries with back-off, dependencies, priority, hooks, maximal runs, history, one-off, daily, weekly', async () => {
  const { clock, scheduler, end } = await scheduling({ scheduler: { concurrency: 1 } });
  const order: string[] = [];
  const note = (name: string) => (): void => void order.push(name);
  let failures = 2;
  scheduler.scheduleTask({
    name: 'load',
    intervalSeconds: 60,
    maxRuns: 2,
    retry: { attempts: 3, delayMs: 1_000, factor: 2 },
    task: ({ attempt }) => {
      order.push(`load ${attempt}`);
      if (failures-- > 0) throw new Error('no');
    },
    onSuccess: note('loaded'),
  });
  scheduler.scheduleTask({ name: 'report', intervalSeconds: 60, maxRuns: 1, dependsOn: 'load', task: note('report') });
  scheduler.scheduleTask({ name: 'low', at: new Date(NOON + 60_500), priority: 1, task: note('low') });
  scheduler.scheduleTask({ name: 'high', at: new Date(NOON + 60_500), priority: 2, task: note('high') });
  await clock.advance(130_000);
  expect(order).toEqual(['load 1', 'load 2', 'load 3', 'loaded', 'high', 'low', 'report', 'load 1', 'loaded']);
  expect(scheduler.history('load')).toMatchObject([{ attempts: 1 }, { attempts: 3, durationMs: 3_000 }]);

  const from = '2026-03-01T00:00Z';
  const days = (times: Date[]): number[] => times.map((time) => time.getUTCDate());
  expect(days(scheduler.preview({ daily: '08:00', timezone: 'UTC', from }, 3))).toEqual([1, 2, 3]);
  expect(days(scheduler.preview({ weekly: { on: 'mon', at: '08:00' }, timezone: 'UTC', from }, 3))).toEqual([2, 9, 16]);
  await end();
});
