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
  if (ending === 'close') await client.close();
  if (ending === 'exit') process.exit(3);
  if (ending === 'throw') throw new Error('a failure that nobody caught');
  if (ending.startsWith('SIG')) {
    setInterval(() => undefined, 1000);
    process.kill(process.pid, ending);
  }
}

void main();
