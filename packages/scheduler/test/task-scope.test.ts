import { AsyncLocalStorage } from 'node:async_hooks';
import { benchScheduler, lasting, NOON } from './bench-scheduler.js';

const tenant = new AsyncLocalStorage<string>();

it('a task and its hooks see the context in which the task was scheduled, never that of another task', async () => {
  const { scheduler, clock } = benchScheduler();
  const seen: string[] = [];
  const task = (name: string) => (): void => void seen.push(`${name} in ${tenant.getStore() ?? 'none'}`);
  scheduler.scheduleTask({ name: 'plain', intervalSeconds: 2, task: task('plain'), onSuccess: task('hook of plain') });
  tenant.run('B', () => scheduler.scheduleTask({ name: 'mine', intervalSeconds: 1, task: task('mine') }));
  await clock.advance(2_000);
  expect(seen.sort()).toEqual(['hook of plain in none', 'mine in B', 'mine in B', 'plain in none']);
});

it('replacing a task drops the old one where it waits', async () => {
  const { scheduler, clock, log } = benchScheduler();
  const options = { name: 'a', intervalSeconds: 2, overlap: 'queue' } as const;
  scheduler.scheduleTask({ ...options, task: lasting(clock, 5_000) });
  await clock.advance(5_000);
  scheduler.scheduleTask({ ...options, intervalSeconds: 60, task: () => 'new' });
  await clock.advance(3_000);
  expect(log).toEqual(['2 start a', '5 skip a it was stopped', '7 success a']);
});

it('a task that is stopped while its beginning is saved is never called', async () => {
  let saved = (): void => undefined;
  const save = (): Promise<void> => new Promise((resolve) => (saved = resolve));
  const { scheduler, clock } = benchScheduler({ store: { load: () => [], save, remove: () => undefined } });
  let calls = 0;
  scheduler.scheduleTask({ name: 'a', at: NOON, task: () => (calls += 1) });
  saved();
  await clock.advance(0);
  void scheduler.stopTask('a');
  for (let turn = 0; turn < 4; turn += 1) {
    saved();
    await clock.advance(0);
  }
  expect(calls).toBe(0);
});
