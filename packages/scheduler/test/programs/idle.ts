// Ends by itself, since a scheduler does not keep a process alive; with "keepAlive" it says so after the first run.
import { createScheduler } from '../../src/index.js';

const keepAlive = process.argv[2] === 'keepAlive';
const scheduler = createScheduler({ keepAlive });
scheduler.on('start', () => {
  throw new Error('a listener with password=geheim');
});
scheduler.scheduleTask({
  name: 'a',
  intervalSeconds: 0.2,
  task: () => {
    console.log('ran');
    void scheduler.close();
  },
});
