import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScheduler, fileTaskStore } from '../src/index.js';
import { runProgram, startProgram } from './run-program.js';

it('a process that is killed in the middle of a run loses no schedule, and the run has failed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'acurecord-scheduler-'));
  const file = join(folder, 'tasks.json');
  const program = startProgram('interrupted.ts', file);
  await once(program.stdout as NodeJS.ReadableStream, 'data');
  program.kill('SIGKILL');
  await once(program, 'close');

  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const failures: string[] = [];
  await using scheduler = createScheduler({ store: fileTaskStore(file) });
  scheduler.on('failure', ({ task, run }) => failures.push(`${task} ${run.outcome}`));
  await scheduler.ready();
  expect(failures).toEqual(['invoices failure']);
  expect(scheduler.listTasks()).toMatchObject([
    { name: 'nightly', status: 'unbound', runCount: 0, schedule: { kind: 'cron', cron: '0 30 2 * * *' } },
    { name: 'invoices', status: 'unbound', runCount: 1, errorCount: 1, lastOutcome: 'failure' },
  ]);

  let runs = 0;
  const task = (): void => void (runs += 1);
  scheduler.scheduleTask({ name: 'invoices', interval: { hours: 1 }, runImmediately: true, task });
  const [, invoices] = scheduler.listTasks();
  expect(invoices).toMatchObject({ status: 'pending', runCount: 1, errorCount: 1 });
  expect(invoices?.nextRun?.getTime()).toBeGreaterThan(Date.now());
  expect(runs).toBe(0);
  expect(scheduler.history('invoices')[0]?.error?.message).toMatch(/process ended in the middle/);
  await scheduler.close();
  await rm(folder, { recursive: true });
});

it('a scheduler does not keep the process alive', async () => {
  const { code, output } = await runProgram('idle.ts');
  expect(code).toBe(0);
  expect(output).not.toContain('ran');
});

it('a scheduler keeps the process alive when told so, and what a listener throws becomes a warning without secrets', async () => {
  const { code, output } = await runProgram('idle.ts', 'keepAlive');
  expect(code).toBe(0);
  expect(output).toContain('ran');
  expect(output).toContain('AcuRecordSchedulerWarning: Error: a listener with password=***');
});
