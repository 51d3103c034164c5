import { expectTypeOf } from 'expect-type';
import { createScheduler } from '../src/index.js';
import type { Scheduler, TaskRun } from '../src/index.js';

const scheduler = createScheduler({ client: { name: 'ERP' } });
expectTypeOf(scheduler).toEqualTypeOf<Scheduler<{ name: string }>>();
expectTypeOf(createScheduler()).toEqualTypeOf<Scheduler<undefined>>();

scheduler.scheduleTask({
  name: 'a',
  intervalSeconds: 1,
  task: ({ client, signal, attempt, scheduledFor }) => {
    expectTypeOf(client).toEqualTypeOf<{ name: string }>();
    expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
    expectTypeOf(attempt).toEqualTypeOf<number>();
    expectTypeOf(scheduledFor).toEqualTypeOf<Date>();
  },
});

// @ts-expect-error a task says when it is due
scheduler.scheduleTask({ name: 'a', task: () => 1 });

// @ts-expect-error there is no such weekday
scheduler.scheduleTask({ name: 'a', weekly: { on: 'monday', at: '08:00' }, task: () => 1 });

scheduler.on('success', ({ run }) => expectTypeOf(run).toEqualTypeOf<TaskRun>());

// @ts-expect-error there is no such event
scheduler.on('succes', () => 1);

expectTypeOf(scheduler.runNow('a')).toEqualTypeOf<Promise<TaskRun>>();
expectTypeOf(scheduler.preview({ cron: '* * * * *', from: new Date() }, 3)).toEqualTypeOf<Date[]>();
