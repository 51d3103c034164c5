const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { AcumaticaClient } = require('acurecord');
const { useSimulator } = require('@acurecord/simulator/testing');

let client;
afterEach(() => client.close());
const erp = useSimulator();
const settings = () => ({ baseUrl: erp.url, username: 'admin', password: 'admin-secret', tenant: 'Company' });

test('settings of a file', async () => {
  const file = join(__dirname, 'late.env');
  const lines = ['USERNAME=admin', 'PASSWORD=admin-secret', 'TENANT=Company', `URL=${erp.url}`];
  writeFileSync(file, lines.map((line) => `ACUMATICA_${line}\n`).join(''));
  client = await AcumaticaClient.connect({ envFile: file });
  expect((await client.models.Customer.find('ABARTENDE')).CustomerID).toBe('ABARTENDE');
});

test('an answer that is compressed', async () => {
  client = await AcumaticaClient.connect(settings());
  expect((await client.models.StockItem.all()).length).toBeGreaterThan(5);
  expect(erp.simulator.requests().some(({ headers }) => /gzip/.test(headers['accept-encoding'] ?? ''))).toBe(true);
});

test('a proxy of the environment', async () => {
  process.env.http_proxy = 'http://127.0.0.1:9';
  client = new AcumaticaClient({ ...settings(), baseUrl: 'http://erp.invalid', retry: { attempts: 1 } });
  await expect(client.connect()).rejects.toThrow('the proxy 127.0.0.1:9');
  delete process.env.http_proxy;
});

test('rules', async () => {
  client = await AcumaticaClient.connect(settings());
  const customer = new client.models.Customer({ CustomerID: 'NEW', CreditLimit: true });
  await expect(customer.validate()).rejects.toThrow('CreditLimit must be a number');
  expect(customer.toPlain()).toMatchObject({ CustomerID: 'NEW' });
});

test('caches in memory and in files', async () => {
  const kept = { cacheMethods: true, cacheDir: join(__dirname, 'late-cache'), cacheReads: { ttlMs: 60_000 } };
  client = await AcumaticaClient.connect({ ...settings(), ...kept });
  for (let read = 0; read < 3; read += 1) await client.models.Customer.find('ABARTENDE');
  expect(client.getCacheStats().reads).toMatchObject({ hits: 2, misses: 1 });
  await client.refreshSchema();
});

test('tasks', async () => {
  client = await AcumaticaClient.connect(settings());
  client.scheduler.scheduleTask({ name: 'nightly', cron: '0 3 * * *', task: () => 'done' });
  expect(await client.scheduler.runNow('nightly')).toMatchObject({ outcome: 'success' });
});
