import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScheduler, fileTaskStore, memoryTaskStore } from '../src/index.js';
import type { TaskOptions, TaskRecord } from '../src/index.js';
import { manualClock } from '../src/testing/index.js';
import { benchScheduler, lasting, NOON } from './bench-scheduler.js';

const noWork = (): void => undefined;

const record = (name: string, runCount = 0): TaskRecord => ({
  name,
  schedule: { kind: 'interval', everyMs: 1_000, mode: 'fixedRate' },
  state: 'active',
  ...{ runCount, errorCount: 0, skipCount: 0, missCount: 0 },
  running: [],
  history: [],
});

describe('a file store', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acurecord-store-'));
    file = join(folder, 'deep', 'tasks.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('begins empty and makes its folder', async () => {
    expect(await fileTaskStore(file).load()).toEqual([]);
    const store = fileTaskStore(file);
    await store.save(record('a'));
    expect(await fileTaskStore(file).load()).toEqual([record('a')]);
  });
  it('writes plain JSON for the owner only, and leaves no draft', async () => {
    const store = fileTaskStore(file);
    await store.save(record('a'));
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([record('a')]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'deep'))).toEqual(['tasks.json']);
  });
  it('keeps what is saved at the same time', async () => {
    const store = fileTaskStore(file);
    const names = Array.from({ length: 200 }, (_, index) => `task ${index}`);
    await Promise.all(names.map(async (name) => store.save(record(name))));
    const saved = store.save(record('task 0', 7));
    await store.remove('task 1');
    await saved;
    const records = await fileTaskStore(file).load();
    expect(records).toHaveLength(199);
    expect(records[0]).toEqual(record('task 0', 7));
  });
  it('keeps names that look like parts of an object', async () => {
    const store = fileTaskStore(file);
    for (const name of ['__proto__', 'constructor', '../x']) await store.save(record(name));
    expect((await fileTaskStore(file).load()).map(({ name }) => name)).toEqual(['__proto__', 'constructor', '../x']);
    expect(await readdir(folder)).toEqual(['deep']);
  });
  it.each(['{', '{"name": 1}', '[1]', ''])('runs nothing when the file holds %j', async (text) => {
    await fileTaskStore(file).save(record('a'));
    await writeFile(file, text);
    const { scheduler, clock, errors, log } = benchScheduler({ store: fileTaskStore(file) });
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: noWork });
    await expect(scheduler.ready()).rejects.toThrow(/holds no list of tasks/);
    await clock.advance(5_000);
    expect(log).toEqual([]);
    expect(errors).toHaveLength(1);
    await expect(scheduler.runNow('a')).rejects.toThrow(/holds no list/);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
  it('says so when a write fails', async () => {
    await writeFile(join(folder, 'deep'), 'a file where a folder should be');
    await expect(fileTaskStore(file).save(record('a'))).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});

describe('after a restart, a task', () => {
  const restart = async (
    first: Partial<TaskOptions<undefined>>,
    between: { ranFor: number; offFor: number },
    second: Partial<TaskOptions<undefined>> = first,
  ) => {
    const store = memoryTaskStore();
    const clock = manualClock(NOON);
    const options = { name: 'a', intervalSeconds: 60, task: noWork };
    const before = benchScheduler({ store, clock });
    before.scheduler.scheduleTask({ ...options, ...first });
    await clock.advance(between.ranFor);
    await before.scheduler.close();
    await clock.advance(between.offFor);
    const after = benchScheduler({ store, clock });
    const unbound = after.scheduler.listTasks()[0]?.status;
    after.scheduler.scheduleTask({ ...options, ...second });
    await clock.advance(0);
    return { ...after, unbound };
  };

  it('is unbound until its function is back, then goes on with its counters', async () => {
    const { scheduler, unbound } = await restart({}, { ranFor: 120_000, offFor: 10_000 });
    expect(unbound).toBe('unbound');
    expect(scheduler.listTasks()[0]).toMatchObject({
      status: 'pending',
      runCount: 2,
      nextRun: new Date(NOON + 180_000),
    });
    expect(scheduler.history('a')).toHaveLength(2);
  });
  it('makes up once for what it missed', async () => {
    const { log } = await restart({}, { ranFor: 120_000, offFor: 600_000 });
    expect(log).toEqual(['720 miss a 9', '720 start a', '720 success a']);
  });
  it('with another schedule is planned from now', async () => {
    const { scheduler, log } = await restart({}, { ranFor: 120_000, offFor: 600_000 }, { intervalSeconds: 90 });
    expect(log).toEqual([]);
    expect(scheduler.listTasks()[0]).toMatchObject({ runCount: 2, nextRun: new Date(NOON + 810_000) });
  });
  it('that was due once and ran does not run again', async () => {
    const once = { intervalSeconds: undefined, at: NOON + 1_000 } as Partial<TaskOptions<undefined>>;
    const { scheduler, log } = await restart(once, { ranFor: 5_000, offFor: 5_000 });
    expect(log).toEqual([]);
    expect(scheduler.listTasks()[0]).toMatchObject({ status: 'completed', runCount: 1 });
  });
  it('does not exceed maxRuns', async () => {
    const { scheduler, log } = await restart({ maxRuns: 2 }, { ranFor: 600_000, offFor: 600_000 });
    expect(log).toEqual([]);
    expect(scheduler.listTasks()[0]).toMatchObject({ status: 'completed', runCount: 2 });
  });
  it('does not run at once again', async () => {
    const { log } = await restart({ runImmediately: true }, { ranFor: 5_000, offFor: 5_000 });
    expect(log).toEqual([]);
  });
  it('that was paused stays paused', async () => {
    const store = memoryTaskStore();
    const before = benchScheduler({ store });
    before.scheduler.scheduleTask({ name: 'a', intervalSeconds: 60, task: noWork });
    before.scheduler.pauseTask('a');
    await before.scheduler.close();
    const after = benchScheduler({ store });
    expect(after.scheduler.scheduleTask({ name: 'a', intervalSeconds: 60, task: noWork })).toBe('a');
    expect(after.scheduler.listTasks()[0]?.status).toBe('paused');
  });
  it('that was stopped runs when it is scheduled again', async () => {
    const store = memoryTaskStore();
    const before = benchScheduler({ store });
    before.scheduler.scheduleTask({ name: 'a', intervalSeconds: 60, task: noWork });
    await before.scheduler.stopAll();
    await before.scheduler.close();
    const { scheduler } = benchScheduler({ store });
    expect(scheduler.listTasks()[0]?.status).toBe('cancelled');
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 60, task: noWork });
    expect(scheduler.listTasks()[0]?.status).toBe('pending');
  });
  it('that was interrupted has failed, and its tick is not run twice', async () => {
    const store = memoryTaskStore();
    const clock = manualClock(NOON);
    const before = benchScheduler({ store, clock });
    before.scheduler.scheduleTask({ name: 'a', intervalSeconds: 60, task: lasting(clock, 3_600_000) });
    await clock.advance(60_000);
    const interrupted = { load: () => [...(store.load() as TaskRecord[])], save: noWork, remove: noWork };
    const after = benchScheduler({ store: interrupted, clock });
    after.scheduler.scheduleTask({ name: 'a', intervalSeconds: 60, task: noWork });
    expect(after.scheduler.listTasks()[0]).toMatchObject({ runCount: 1, errorCount: 1, status: 'pending' });
    expect(after.scheduler.listTasks()[0]?.nextRun).toEqual(new Date(NOON + 120_000));
  });
});

it('tasks may be scheduled before a slow store has been read', async () => {
  let answer: (records: TaskRecord[]) => void = noWork;
  const load = (): Promise<TaskRecord[]> => new Promise((resolve) => (answer = resolve));
  const clock = manualClock(NOON);
  const scheduler = createScheduler({ clock, store: { load, save: noWork, remove: noWork } });
  scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: noWork });
  expect(scheduler.listTasks()[0]).toMatchObject({ status: 'pending', nextRun: undefined });
  answer([record('a', 5), record('b')]);
  await scheduler.ready();
  expect(scheduler.listTasks()).toMatchObject([
    { name: 'a', status: 'pending', runCount: 5, nextRun: new Date(NOON + 1_000) },
    { name: 'b', status: 'unbound' },
  ]);
  await expect(scheduler.runNow('b')).rejects.toThrow(/has no function yet/);
});

describe('tasks that are over', () => {
  const many = Array.from({ length: 1_200 }, (_, index) => `reminder ${index}`);

  it('are forgotten when many others have ended after them, in the store, too', async () => {
    const store = memoryTaskStore();
    const { scheduler, clock } = benchScheduler({ store });
    scheduler.scheduleTask({ name: 'weekly', weekly: { on: 'mon', at: '08:00' }, task: noWork });
    for (const name of many) scheduler.scheduleTask({ name, at: NOON, task: noWork });
    await clock.advance(1_000);
    const names = scheduler.listTasks().map(({ name }) => name);
    expect(names).toHaveLength(1_001);
    expect(names.slice(0, 2)).toEqual(['weekly', 'reminder 200']);
    expect(await store.load()).toHaveLength(1_001);
  });
  it('are forgotten after a restart without their functions as well', async () => {
    const over = many.map((name) => ({ ...record(name), schedule: { kind: 'once', at: 1 }, lastTick: 1 }) as const);
    const removed: string[] = [];
    const load = (): TaskRecord[] => [record('unbound'), ...over];
    const store = { load, save: noWork, remove: (name: string) => void removed.push(name) };
    const { scheduler } = benchScheduler({ store });
    expect(scheduler.listTasks()).toHaveLength(1_001);
    expect(scheduler.listTasks()[0]).toMatchObject({ name: 'unbound', status: 'unbound' });
    expect(removed).toHaveLength(200);
  });
});
