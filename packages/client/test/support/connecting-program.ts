import { AcumaticaClient } from 'acurecord';

/** Connects to the simulator at the given address, reads something, and ends in the way that was asked for. */
const [, , baseUrl = '', ending = 'close'] = process.argv;

async function main(): Promise<void> {
  const client = await AcumaticaClient.connect({
    baseUrl,
    username: 'admin',
    password: 'admin-secret',
    tenant: 'Company',
    autoLoadEnv: false,
  });
  await client.customers.getById('ABARTENDE');
  if (ending === 'scheduler') return schedule(client);
  if (ending === 'close') await client.close();
  if (ending === 'exit') process.exit(3);
  if (ending === 'throw') throw new Error('a failure that nobody caught');
  if (ending.startsWith('SIG')) {
    setInterval(() => undefined, 1000);
    process.kill(process.pid, ending);
  }
}

/** Runs a task that reads without pause and one that ends only when it is told to, and says when they end. */
async function schedule(client: AcumaticaClient): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  client.scheduler.scheduleTask({
    ...{ name: 'reader', intervalSeconds: 0.01, runImmediately: true },
    task: async () => void (await client.customers.getList({ top: 1 })),
  });
  client.scheduler.scheduleTask({
    ...{ name: 'sleeper', at: new Date() },
    task: ({ signal }) =>
      new Promise<void>((resolve) => {
        say('asleep');
        signal.addEventListener('abort', () => {
          say(`woken: ${(signal.reason as Error).message}`);
          resolve();
        });
      }),
  });
  setInterval(() => undefined, 1000);
}

void main();
