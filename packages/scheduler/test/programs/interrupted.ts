// Begins a run that never ends, and waits to be killed.
import { createScheduler, fileTaskStore } from '../../src/index.js';

const [, , file = ''] = process.argv;
const scheduler = createScheduler({ store: fileTaskStore(file), keepAlive: true });
scheduler.scheduleTask({ name: 'nightly', daily: '02:30', timezone: 'UTC', task: () => undefined });
scheduler.scheduleTask({
  name: 'invoices',
  interval: { hours: 1 },
  runImmediately: true,
  task: () => {
    console.log('begun');
    return new Promise(() => undefined);
  },
});
