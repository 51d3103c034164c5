import {
  AcumaticaAmbiguousOutcomeError,
  AcumaticaBatchError,
  AcumaticaTaskError,
  AcumaticaTimeoutError,
} from '@acurecord/errors';
import { createScheduler, inProcess, memoryTaskStore } from '../src/index.js';
import type { SchedulerDriver, TaskOptions, TaskStatus } from '../src/index.js';
import { benchScheduler, lasting, NOON } from './bench-scheduler.js';

const noWork = (): void => undefined;

describe('the names of the reference', () => {
  it('schedule, list and stop an interval and a cron task', async () => {
    const { scheduler, clock } = benchScheduler();
    let synced = 0;
    const syncCustomers = (): void => void (synced += 1);
    const id = scheduler.scheduleTask({ func: syncCustomers, intervalSeconds: 300, taskName: 'customer_sync' });
    scheduler.scheduleTask({
      func: syncCustomers,
      cronExpression: '0 */6 * * *',
      timezone: 'UTC',
      taskName: 'cron_sync',
    });
    expect(scheduler.listTasks().map(({ name, status }) => `${name}: ${status}`)).toEqual([
      'customer_sync: pending',
      'cron_sync: pending',
    ]);
    await clock.advance(300_000);
    expect(synced).toBe(1);
    await scheduler.stopTask(id);
    await clock.advance(600_000);
    expect(synced).toBe(1);
    await clock.advance(6 * 3_600_000);
    expect(synced).toBe(2);
    await scheduler.stopAll();
    await clock.advance(12 * 3_600_000);
    expect(synced).toBe(2);
  });

  it('name a task after its function, but never two', () => {
    const { scheduler } = benchScheduler();
    expect(scheduler.scheduleTask({ func: noWork, intervalSeconds: 1 })).toBe('noWork');
    const other = { noWork: () => 1 };
    expect(() => scheduler.scheduleTask({ func: other.noWork, intervalSeconds: 1 })).toThrow(/Another function/);
  });

  it('do not run a cron task at once', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', task: noWork, cron: '0 */6 * * *', timezone: 'UTC' });
    await clock.advance(5_000);
    expect(log).toEqual([]);
  });
});

describe('a task', () => {
  it('learns of its run: signal, attempt, tick and client', async () => {
    const client = { name: 'a client' };
    const { scheduler, clock } = benchScheduler({ client });
    const seen: unknown[] = [];
    scheduler.scheduleTask({
      name: 'a',
      intervalSeconds: 60,
      task: (context) => seen.push({ ...context, aborted: context.signal.aborted }),
    });
    await clock.advance(60_000);
    const scheduledFor = new Date(NOON + 60_000);
    expect(seen).toEqual([
      { signal: expect.any(AbortSignal) as unknown, aborted: false, attempt: 1, scheduledFor, client },
    ]);
    expect((seen[0] as { client: unknown }).client).toBe(client);
  });

  it('runs at each tick, without drift, however long a run lasts', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 10, task: lasting(clock, 3_000) });
    await clock.advance(33_000);
    expect(log).toEqual(['10 start a', '13 success a', '20 start a', '23 success a', '30 start a', '33 success a']);
  });

  it('waits from the end of its run at a fixed delay', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 10, intervalMode: 'fixedDelay', task: lasting(clock, 3_000) });
    await clock.advance(23_000);
    expect(log).toEqual(['10 start a', '13 success a', '23 start a']);
  });

  it('goes through pending, running, completed', async () => {
    const { scheduler, clock } = benchScheduler();
    const status = (): TaskStatus | undefined => scheduler.listTasks()[0]?.status;
    scheduler.scheduleTask({ name: 'a', at: NOON + 1_000, task: lasting(clock, 1_000) });
    const seen = [status()];
    for (let second = 0; second < 2; second += 1) {
      await clock.advance(1_000);
      seen.push(status());
    }
    expect(seen).toEqual(['pending', 'running', 'completed']);
  });

  it('ends failed when its last run failed', async () => {
    const { scheduler, clock } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', at: NOON, task: () => Promise.reject(new Error('Authorization: Bearer abc')) });
    await clock.advance(0);
    const [task] = scheduler.listTasks();
    expect(task).toMatchObject({ status: 'failed', runCount: 1, errorCount: 1, lastOutcome: 'failure' });
    expect(task?.lastError).not.toContain('abc');
  });

  it('ends after maxRuns', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({
      name: 'a',
      intervalSeconds: 1,
      maxRuns: 2,
      task: lasting(clock, 5_000),
      overlap: 'queue',
    });
    await clock.advance(60_000);
    expect(log.filter((line) => line.includes('start'))).toHaveLength(2);
    expect(scheduler.listTasks()[0]).toMatchObject({ status: 'completed', runCount: 2, nextRun: undefined });
  });

  it('is replaced by another one of its name, and lets its run end', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: lasting(clock, 5_000) });
    await clock.advance(1_000);
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 2, task: () => 'new' });
    await clock.advance(5_000);
    expect(log).toEqual([
      '1 start a',
      '3 skip a an earlier run goes on',
      '5 skip a an earlier run goes on',
      '6 success a',
    ]);
    await clock.advance(1_000);
    expect(log.slice(-2)).toEqual(['7 start a', '7 success a new']);
    expect(scheduler.listTasks()).toHaveLength(1);
  });

  it('may be weeks away', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', interval: { weeks: 5 }, task: noWork });
    clock.jump(35 * 86_400_000 - 60_000);
    await clock.advance(59_999);
    expect(log).toEqual([]);
    await clock.advance(1);
    expect(log).toEqual([`${35 * 86_400} start a`, `${35 * 86_400} success a`]);
  });

  it('is shifted by its jitter, its ticks are not', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({
      name: 'a',
      intervalSeconds: 10,
      jitterMs: 4_000,
      task: ({ scheduledFor }) => scheduledFor.getTime() - NOON,
    });
    await clock.advance(25_000);
    expect(log).toEqual(['12 start a', '12 success a 10000', '22 start a', '22 success a 20000']);
  });
});

describe('while an earlier run goes on, a tick', () => {
  const run = async (overlap: 'skip' | 'queue' | 'allow'): Promise<string[]> => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 2, overlap, maxRuns: 3, task: lasting(clock, 3_000) });
    await clock.advance(20_000);
    return log;
  };
  it('is left out', async () => {
    expect((await run('skip')).slice(0, 4)).toEqual([
      '2 start a',
      '4 skip a an earlier run goes on',
      '5 success a',
      '6 start a',
    ]);
  });
  it('waits', async () => {
    expect(await run('queue')).toEqual([
      '2 start a',
      '5 success a',
      '5 start a',
      '8 success a',
      '8 start a',
      '11 success a',
    ]);
  });
  it('runs beside it', async () => {
    expect((await run('allow')).slice(0, 4)).toEqual(['2 start a', '4 start a', '5 success a', '6 start a']);
  });
});

describe('a run that fails', () => {
  const failing = (times: number) => {
    let left = times;
    return ({ attempt }: { attempt: number }): string => {
      if (left-- > 0) throw new Error('no');
      return `at attempt ${attempt}`;
    };
  };
  it('is tried again, first after delayMs, then later', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({
      name: 'a',
      at: NOON,
      task: failing(2),
      retry: { attempts: 3, delayMs: 1_000, factor: 3 },
    });
    await clock.advance(10_000);
    expect(log).toEqual(['0 start a', '0 retry a 1 1000', '1 retry a 2 3000', '4 success a at attempt 3']);
    expect(scheduler.history('a')).toMatchObject([{ outcome: 'success', attempts: 3, durationMs: 4_000 }]);
    expect(scheduler.stats()).toMatchObject({ retryCount: 2, runCount: 1, errorCount: 0 });
  });
  it('fails for good when its attempts are used up', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', at: NOON, task: failing(9), retry: { attempts: 2, delayMs: 1_000 } });
    await clock.advance(10_000);
    expect(log).toEqual(['0 start a', '0 retry a 1 1000', '1 failure a no']);
    expect(scheduler.history('a')).toMatchObject([
      { outcome: 'failure', attempts: 2, error: { name: 'Error', message: 'no' } },
    ]);
  });
  it('is not tried again when it may have made a document already, however it says so', async () => {
    const { scheduler, clock, log } = benchScheduler();
    const lost = new AcumaticaAmbiguousOutcomeError('lost');
    const retry = { attempts: 3, delayMs: 1_000 };
    const failing = (error: Error) => () => Promise.reject(error);
    scheduler.scheduleTask({ name: 'a', at: NOON, retry, task: failing(lost) });
    scheduler.scheduleTask({ name: 'b', at: NOON, retry, task: failing(new Error('wrapped', { cause: lost })) });
    const keyed = new AcumaticaAmbiguousOutcomeError('keyed', { repeatable: true });
    scheduler.scheduleTask({ name: 'c', at: NOON, retry, task: failing(keyed) });
    await clock.advance(10_000);
    const tries = ['a', 'b', 'c'].map((name) => scheduler.history(name)[0]?.attempts);
    expect([tries, log.filter((line) => line.includes('retry a'))]).toEqual([[1, 1, 3], []]);
  });
  it('is not tried again when one of several errors leaves something open, or a batch of it has written', async () => {
    const { scheduler, clock } = benchScheduler();
    const lost = new AcumaticaAmbiguousOutcomeError('lost');
    const no = new Error('no');
    const going = Object.assign(new AcumaticaTimeoutError('the ERP works on', { timeoutSeconds: 1 }), {
      repeatable: false,
    });
    const errors: Record<string, Error> = {
      'lost in a batch': new AcumaticaBatchError('2 failed', {
        failures: [no, lost].map((error, index) => ({ index, error })),
      }),
      'a batch that wrote': new AcumaticaBatchError('1 failed', {
        failures: [{ index: 1, error: no }],
        repeatable: false,
      }),
      'several at once': new AggregateError([no, new Error('x', { cause: lost })]),
      'an action that goes on': going,
      'a batch that only read': new AcumaticaBatchError('1 failed', { failures: [{ index: 1, error: no }] }),
    };
    for (const [name, error] of Object.entries(errors)) {
      const task = () => Promise.reject(error);
      scheduler.scheduleTask({ name, at: NOON, retry: { attempts: 3, delayMs: 1_000 }, task });
    }
    await clock.advance(10_000);
    expect(Object.keys(errors).map((name) => scheduler.history(name)[0]?.attempts)).toEqual([1, 1, 1, 1, 3]);
  });
  it('does not keep the next tick from running', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 5, task: failing(1) });
    await clock.advance(10_000);
    expect(log).toEqual(['5 start a', '5 failure a no', '10 start a', '10 success a at attempt 1']);
  });
});

describe('a time limit', () => {
  it('aborts the signal, and the run fails', async () => {
    const { scheduler, clock } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', at: NOON, timeoutMs: 2_000, task: lasting(clock, 60_000) });
    await clock.advance(2_000);
    const [run] = scheduler.history('a');
    expect(run).toMatchObject({ outcome: 'failure', durationMs: 2_000 });
    expect(run?.error?.message).toBe('Task "a" did not end within 2 seconds.');
  });
  it('does not turn work that was done into a failure that is done again', async () => {
    const { scheduler, clock, log } = benchScheduler();
    const slow = (): Promise<string> =>
      new Promise((resolve) => void clock.after(3_000, () => resolve('posted'), false));
    scheduler.scheduleTask({ name: 'a', at: NOON, timeoutMs: 2_000, retry: { attempts: 3 }, task: slow });
    await clock.advance(9_000);
    expect(log).toEqual(['0 start a', '3 success a posted']);
  });
  it('says what the task threw instead', async () => {
    const { scheduler, clock } = benchScheduler();
    const seen: unknown[] = [];
    scheduler.on('failure', ({ error }) => seen.push(error));
    scheduler.scheduleTask({
      name: 'a',
      at: NOON,
      timeoutMs: 1_000,
      task: ({ signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('socket closed')))),
    });
    await clock.advance(1_000);
    expect(seen).toMatchObject([{ code: 'TASK_TIMEOUT', cause: { message: 'socket closed' } }]);
  });
});

describe('a task that depends on another one', () => {
  const pair = (outcome: 'good' | 'bad', seconds = 3) => {
    const bench = benchScheduler();
    const load = lasting(bench.clock, seconds * 1_000);
    const task = async (context: { signal: AbortSignal }): Promise<void> => {
      await load(context);
      if (outcome === 'bad') throw new Error('no');
    };
    bench.scheduler.scheduleTask({ name: 'report', intervalSeconds: 10, dependsOn: 'load', task: noWork });
    bench.scheduler.scheduleTask({ name: 'load', intervalSeconds: 10, task });
    return bench;
  };
  it('waits for it and runs after its success', async () => {
    const { clock, log, scheduler } = pair('good');
    await clock.advance(11_000);
    expect(scheduler.stats()).toMatchObject({ running: 1, waiting: 1 });
    await clock.advance(3_000);
    expect(log).toEqual(['10 start load', '13 success load', '13 start report', '13 success report']);
  });
  it('is left out after its failure', async () => {
    const { clock, log } = pair('bad');
    await clock.advance(14_000);
    expect(log).toEqual([
      '10 start load',
      '13 failure load no',
      '13 skip report "load" has not succeeded in this cycle',
    ]);
  });
  it('does not count a success of the cycle before', async () => {
    const { clock, log, scheduler } = pair('good');
    await clock.advance(15_000);
    scheduler.pauseTask('load');
    await clock.advance(10_000);
    expect(log.at(-1)).toBe('20 skip report "load" has not succeeded in this cycle');
  });
  it('is left out when there is no such task', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', at: NOON, dependsOn: ['nobody'], task: noWork });
    await clock.advance(1_000);
    expect(log).toEqual(['0 skip a "nobody" has not succeeded in this cycle']);
  });
  it('does not wait for a tick that is overdue, which another machine has', async () => {
    const queue = inProcess();
    const driver: SchedulerDriver = {
      attach: (handler, options) => {
        const connection = queue.attach(handler, options);
        const arm: typeof connection.arm = (tick) => (tick.task === 'load' ? Promise.resolve() : connection.arm(tick));
        return {
          ...connection,
          arm,
          disarm: (task) => connection.disarm(task),
          lock: (...given) => connection.lock(...given),
          detach: () => connection.detach(),
        };
      },
    };
    const { scheduler, clock, log } = benchScheduler({ driver });
    scheduler.scheduleTask({ name: 'load', intervalSeconds: 10, task: noWork });
    scheduler.scheduleTask({ name: 'report', intervalSeconds: 10, maxRuns: 1, dependsOn: 'load', task: noWork });
    await clock.advance(12_000);
    expect([scheduler.stats().waiting, log]).toEqual([1, []]);
    await clock.advance(120_000);
    expect(log[0]).toMatch(/skip report "load" has not succeeded in this cycle/);
  });
  it('stops waiting when it is stopped', async () => {
    const { scheduler, clock } = pair('good');
    await clock.advance(11_000);
    await scheduler.stopTask('report');
    await clock.advance(1_000);
    expect(scheduler.stats().waiting).toBe(0);
  });
  it('may not depend on itself by a detour', () => {
    const { scheduler } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, dependsOn: 'b', task: noWork });
    scheduler.scheduleTask({ name: 'b', intervalSeconds: 1, dependsOn: 'c', task: noWork });
    expect(() => scheduler.scheduleTask({ name: 'c', intervalSeconds: 1, dependsOn: 'a', task: noWork })).toThrow(
      'Tasks depend on each other in a circle: c → a → b → c.',
    );
  });
});

it('runs the higher priority first when concurrency is short', async () => {
  const { scheduler, clock, log } = benchScheduler({ concurrency: 1 });
  for (const [name, priority] of [
    ['low', -1],
    ['middle', 0],
    ['middle too', 0],
    ['high', 5],
  ] as const) {
    scheduler.scheduleTask({ name, priority, at: NOON + 1_000, task: lasting(clock, 1_000) });
  }
  scheduler.scheduleTask({ name: 'first', at: NOON + 500, task: lasting(clock, 1_000) });
  await clock.advance(10_000);
  expect(log.filter((line) => line.includes('start')).map((line) => line.replace(/.*start /, ''))).toEqual([
    'first',
    'high',
    'middle',
    'middle too',
    'low',
  ]);
});

describe('a throw', () => {
  it('in a hook or a listener never stops the scheduler, and is reported', async () => {
    const { scheduler, clock, errors, log } = benchScheduler();
    for (const event of ['start', 'success', 'stop'] as const) {
      scheduler.on(event, () => {
        throw new Error(`in ${event}`);
      });
    }
    scheduler.on('start', () => Promise.reject(new Error('late')));
    const onSuccess = (): never => {
      throw new Error('in onSuccess');
    };
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: noWork, onSuccess });
    await clock.advance(2_000);
    await scheduler.stopTask('a');
    expect(log).toEqual(['1 start a', '1 success a', '2 start a', '2 success a', '2 stop a']);
    expect(errors.map((error) => (error as Error).message).sort()).toEqual(
      [
        'in onSuccess',
        'in onSuccess',
        'in start',
        'in start',
        'in stop',
        'in success',
        'in success',
        'late',
        'late',
      ].sort(),
    );
  });
  it('of the store is reported, and work goes on', async () => {
    const store = { ...memoryTaskStore(), save: () => Promise.reject(new Error('disk full')) };
    const { scheduler, clock, errors, log } = benchScheduler({ store });
    scheduler.scheduleTask({ name: 'a', at: NOON, task: noWork });
    await clock.advance(1_000);
    expect(log).toEqual(['0 start a', '0 success a']);
    expect(errors.length).toBeGreaterThan(0);
  });
});

describe('hooks', () => {
  it('get the run and what came of it', async () => {
    const { scheduler, clock } = benchScheduler();
    const calls: unknown[] = [];
    const failure = new Error('no');
    scheduler.scheduleTask({
      name: 'good',
      at: NOON,
      task: () => 42,
      onSuccess: (run, result) => calls.push([run.task, run.outcome, result]),
    });
    scheduler.scheduleTask({
      name: 'bad',
      at: NOON,
      task: () => Promise.reject(failure),
      onFailure: (run, error) => calls.push([run.task, run.outcome, error]),
    });
    await clock.advance(0);
    expect(calls).toEqual([
      ['good', 'success', 42],
      ['bad', 'failure', failure],
    ]);
  });
  it('are taken away by what on() returned', async () => {
    const { scheduler, clock } = benchScheduler();
    let calls = 0;
    const off = scheduler.on('start', () => (calls += 1));
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: noWork });
    await clock.advance(1_000);
    off();
    await clock.advance(5_000);
    expect(calls).toBe(1);
  });
});

describe('when a machine slept, a task', () => {
  const sleep = async (options: Partial<TaskOptions<undefined>>): Promise<string[]> => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 60, task: noWork, ...options });
    await clock.advance(60_000);
    clock.jump(3 * 3_600_000);
    await clock.advance(60_000);
    return log.slice(2);
  };
  it('runs once for all that it missed', async () => {
    expect(await sleep({})).toEqual([
      '10890 miss a 179',
      '10890 start a',
      '10890 success a',
      '10920 start a',
      '10920 success a',
    ]);
  });
  it('leaves out what it missed', async () => {
    expect(await sleep({ misfire: 'skip' })).toEqual(['10890 miss a 180', '10920 start a', '10920 success a']);
  });
  it('makes up for all of it', async () => {
    const log = await sleep({ misfire: 'runAll' });
    expect(log.filter((line) => line.includes('start'))).toHaveLength(181);
    expect(log.filter((line) => /miss|skip/.test(line))).toEqual([]);
  });
});

describe('when the clock is set back, a task', () => {
  it('of an interval goes on after one interval', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 60, task: noWork });
    await clock.advance(60_000);
    clock.jump(-3_600_000);
    await clock.advance(120_000);
    expect(log.filter((line) => line.includes('start'))).toEqual(['60 start a', '-3450 start a']);
  });
  it('of a cron schedule does not repeat what it ran', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', cron: '0 * * * *', timezone: 'UTC', task: noWork });
    await clock.advance(3_600_000);
    clock.jump(-7_200_000);
    await clock.advance(3 * 3_600_000);
    expect(log.filter((line) => line.includes('start'))).toEqual(['3600 start a', '7200 start a']);
  });
  it('at a fixed delay whose run goes on lives on', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 10, intervalMode: 'fixedDelay', task: lasting(clock, 5_000) });
    await clock.advance(11_000);
    clock.jump(-3_600_000);
    await clock.advance(60_000);
    expect(log.filter((line) => line.includes('start')).length).toBeGreaterThan(3);
  });
});

describe('pause and resume', () => {
  it('leave the ticks between out', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 10, task: noWork });
    await clock.advance(10_000);
    scheduler.pauseTask('a');
    expect(scheduler.listTasks()[0]).toMatchObject({ status: 'paused', nextRun: undefined });
    await clock.advance(25_000);
    scheduler.resumeTask('a');
    await clock.advance(6_000);
    expect(log).toEqual(['10 start a', '10 success a', '40 start a', '40 success a']);
  });
  it('only put a task off that is due once', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', at: NOON + 5_000, task: noWork });
    scheduler.pauseTask('a');
    await clock.advance(20_000);
    scheduler.resumeTask('a');
    await clock.advance(0);
    expect(log).toEqual(['20 start a', '20 success a']);
  });
  it('do not wake a task that was stopped', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: noWork });
    await scheduler.stopTask('a');
    scheduler.pauseTask('a');
    scheduler.resumeTask('a');
    await clock.advance(5_000);
    expect(log).toEqual(['0 stop a']);
    expect(scheduler.listTasks()[0]?.status).toBe('cancelled');
  });
  it('say which tasks there are when there is no such task', () => {
    const { scheduler } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: noWork });
    expect(() => scheduler.pauseTask('b')).toThrow(AcumaticaTaskError);
    expect(() => scheduler.history('b')).toThrow('There is no task "b".');
  });
});

describe('stopping a task', () => {
  it('aborts its run at once', async () => {
    const { scheduler, clock } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: lasting(clock, 60_000) });
    await clock.advance(1_000);
    await scheduler.stopTask('a');
    await clock.advance(0);
    expect(scheduler.listTasks()[0]).toMatchObject({ status: 'cancelled', errorCount: 0, lastOutcome: 'cancelled' });
  });
  it('lets its run end when told to wait', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: lasting(clock, 60_000) });
    await clock.advance(1_000);
    const stopped = scheduler.stopTask('a', { wait: true });
    await clock.advance(60_000);
    await stopped;
    expect(log).toEqual(['1 start a', '1 stop a', '61 success a']);
    expect(clock.timers()).toBe(0);
  });
  it('aborts its run when the wait is over', async () => {
    const { scheduler, clock } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: lasting(clock, 60_000) });
    await clock.advance(1_000);
    const stopped = scheduler.stopTask('a', { wait: 5_000 });
    await clock.advance(5_000);
    await stopped;
    expect(scheduler.history('a')).toMatchObject([{ outcome: 'cancelled', durationMs: 5_000 }]);
  });
  it('ends also when the run never does', async () => {
    const { scheduler, clock } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', at: NOON, task: () => new Promise(() => undefined) });
    await clock.advance(0);
    const stopped = scheduler.stopTask('a', { wait: 5_000 });
    await clock.advance(6_000);
    await stopped;
    expect(clock.timers()).toBe(0);
  });
  it('ends the wait before a retry', async () => {
    const { scheduler, clock } = benchScheduler();
    const retry = { attempts: 9, delayMs: 3_600_000 };
    scheduler.scheduleTask({ name: 'a', at: NOON, retry, task: () => Promise.reject(new Error('no')) });
    await clock.advance(1_000);
    await scheduler.stopTask('a');
    await clock.advance(0);
    expect(scheduler.listTasks()[0]?.lastOutcome).toBe('cancelled');
    expect(clock.timers()).toBe(0);
  });
  it('does not wait for itself', async () => {
    const { scheduler, clock, log } = benchScheduler();
    const task = (): Promise<void> => scheduler.stopTask('a', { wait: true });
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task });
    await clock.advance(5_000);
    expect(log).toEqual(['1 start a', '1 stop a', '1 success a']);
  });
  it('and removing it forgets it', async () => {
    const store = memoryTaskStore();
    const { scheduler } = benchScheduler({ store });
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: noWork });
    await scheduler.removeTask('a');
    expect(scheduler.listTasks()).toEqual([]);
    expect(store.load()).toEqual([]);
  });
});

describe('running a task now', () => {
  it('does not shift its ticks, and tells the outcome', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 10, task: noWork, dependsOn: 'nobody' });
    await clock.advance(3_000);
    const run = scheduler.runNow('a');
    await clock.advance(0);
    expect(await run).toMatchObject({ outcome: 'success', trigger: 'manual', task: 'a' });
    await clock.advance(7_000);
    expect(log.at(-1)).toBe('10 skip a "nobody" has not succeeded in this cycle');
  });
  it('never runs beside an earlier run', async () => {
    const { scheduler, clock } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: lasting(clock, 5_000) });
    await clock.advance(1_000);
    expect(await scheduler.runNow('a')).toMatchObject({ outcome: 'skipped', attempts: 0 });
  });
});

it('history is bounded and begins with the newest', async () => {
  const { scheduler, clock } = benchScheduler({ historyLimit: 3 });
  scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: noWork });
  await clock.advance(10_000);
  const seconds = (count?: number): number[] =>
    scheduler.history('a', count).map((run) => (run.startedAt.getTime() - NOON) / 1_000);
  expect(seconds()).toEqual([10, 9, 8]);
  expect(seconds(2)).toEqual([10, 9]);
  expect(seconds(0)).toEqual([]);
});

describe('closing', () => {
  it('waits for what runs, leaves no timer, and takes no further task', async () => {
    const { scheduler, clock, log } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: lasting(clock, 3_000) });
    await clock.advance(1_000);
    const closed = scheduler.close();
    await clock.advance(3_000);
    await closed;
    await scheduler.close();
    expect(log).toEqual(['1 start a', '4 success a']);
    expect(clock.timers()).toBe(0);
    expect(() => scheduler.scheduleTask({ name: 'b', intervalSeconds: 1, task: noWork })).toThrow(/closed/);
  });
  it('aborts what runs too long', async () => {
    const { scheduler, clock } = benchScheduler();
    scheduler.scheduleTask({ name: 'a', intervalSeconds: 1, task: lasting(clock, 60_000) });
    await clock.advance(1_000);
    const closed = scheduler.close({ wait: 2_000 });
    await clock.advance(2_000);
    await closed;
    expect(scheduler.history('a')).toMatchObject([{ outcome: 'cancelled' }]);
  });
  it('drops what waits for its turn', async () => {
    const { scheduler, clock, log } = benchScheduler({ concurrency: 1 });
    scheduler.scheduleTask({ name: 'a', at: NOON, task: lasting(clock, 1_000) });
    scheduler.scheduleTask({ name: 'b', at: NOON, task: noWork });
    await clock.advance(500);
    const closed = scheduler.close();
    await clock.advance(1_000);
    await closed;
    expect(log).toContain('0.5 skip b it was stopped');
  });
});

it('works on the clock of the machine, too', async () => {
  await using scheduler = createScheduler();
  const ran = new Promise<number>((resolve) => {
    scheduler.scheduleTask({
      name: 'a',
      intervalSeconds: 0.005,
      task: ({ scheduledFor }) => resolve(scheduledFor.getTime()),
    });
  });
  expect(await ran).toBeGreaterThan(0);
});

describe('options that make no sense are refused:', () => {
  const cases: [string, object, RegExp][] = [
    ['no function', { name: 'a', intervalSeconds: 1 }, /needs a function/],
    [
      'no name',
      {
        intervalSeconds: 1,
        task: (
          () => () =>
            1
        )(),
      },
      /needs a name/,
    ],
    ['two names', { name: 'a', taskName: 'b', intervalSeconds: 1, task: noWork }, /mean the same/],
    ['a wrong overlap', { overlap: 'never' }, /"overlap" is/],
    ['a wrong misfire', { misfire: 'never' }, /"misfire" is/],
    ['no time', { timeoutMs: 0 }, /"timeoutMs" is above 0/],
    ['no runs', { maxRuns: 0 }, /"maxRuns"/],
    ['no attempts', { retry: { attempts: 0 } }, /"retry.attempts"/],
    ['a shrinking delay', { retry: { attempts: 2, factor: 0.5 } }, /"retry.factor"/],
    ['itself', { dependsOn: 'a' }, /"dependsOn" names other tasks/],
    ['endless jitter', { jitterMs: Infinity }, /"jitterMs"/],
  ];
  it.each(cases)('%s', (name, options, message) => {
    const { scheduler } = benchScheduler();
    const rest = /name|function/.test(name) ? {} : { name: 'a', intervalSeconds: 1, task: noWork };
    expect(() => scheduler.scheduleTask({ ...rest, ...options } as TaskOptions<undefined>)).toThrow(message);
    expect(scheduler.listTasks()).toEqual([]);
  });
});

it('a run is over when its event is told', async () => {
  const { scheduler, clock } = benchScheduler();
  const seen: (TaskStatus | undefined)[] = [];
  for (const event of ['start', 'success', 'failure'] as const) {
    scheduler.on(event, ({ task }) => seen.push(scheduler.listTasks().find(({ name }) => name === task)?.status));
  }
  scheduler.scheduleTask({ name: 'once', at: NOON, task: noWork });
  scheduler.scheduleTask({ name: 'bad', at: NOON + 1, task: () => Promise.reject(new Error('no')) });
  scheduler.scheduleTask({ name: 'again', intervalSeconds: 1, task: noWork });
  await clock.advance(1_000);
  expect(seen).toEqual(['running', 'completed', 'running', 'failed', 'running', 'pending']);
});
