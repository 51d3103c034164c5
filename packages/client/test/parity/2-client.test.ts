import { once } from 'node:events';
import type { Simulator } from '@acurecord/simulator';
import { runProgram, startProgram } from '../support/run-program.js';
import { connectTo, requestsOf, simulated } from '../support/simulated.js';

let sim: Simulator;
beforeAll(async () => void (sim = await simulated()));
afterAll(() => sim.close());
beforeEach(() => sim.reset());

describe('construct and sign in at once; automatic sign-out at exit', () => {
  test.each([
    ['close', 0],
    ['nothing', 0],
    ['exit', 3],
    ['throw', 1],
    ['SIGINT', 'SIGINT'],
    ['SIGTERM', 'SIGTERM'],
  ])('a program that ends by %s leaves no seat taken', async (ending, code) => {
    expect((await runProgram(sim.url, ending)).ended).toBe(code);
    expect(requestsOf(sim)).toContain('POST /entity/auth/login');
    expect(sim.sessions()).toHaveLength(0);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'at %s a scheduler stops first: its tasks end, and nothing is sent after the sign-out',
    async (signal) => {
      const program = startProgram(sim.url, 'scheduler');
      let said = '';
      program.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      while (!said.includes('asleep')) await once(program.stdout ?? program, 'data');
      program.kill(signal);
      expect((await once(program, 'close')) as unknown[]).toEqual([null, signal]);
      expect(said).toBe('asleep\nwoken: The task was stopped.\n');
      expect(requestsOf(sim).indexOf('POST /entity/auth/logout')).toBe(requestsOf(sim).length - 1);
      expect(requestsOf(sim).filter((request) => request.endsWith('/login'))).toHaveLength(1);
      expect(sim.sessions()).toHaveLength(0);
    },
  );
});

test('get_endpoint_info()', async () => {
  await using client = await connectTo(sim);
  const info = await client.getEndpointInfo();
  expect(info.version).toEqual({
    acumaticaBuildVersion: expect.stringMatching(/^24\./) as string,
    databaseVersion: expect.any(String) as string,
  });
  expect(info.endpoints).toContainEqual({ name: 'Default', version: '24.200.001', href: expect.any(String) as string });
});

test('list_services, list_models, get_service_info(name), get_model_info(name)', async () => {
  await using client = await connectTo(sim);
  expect(client.listServices()).toEqual(expect.arrayContaining(['Customer', 'SalesOrder']));
  expect(client.listServices()).not.toContain('SalesOrderDetail');
  expect(client.listModels()).toEqual(expect.arrayContaining(['Customer', 'SalesOrderDetail']));
  expect(client.getServiceInfo('customers')).toMatchObject({
    name: 'Customer',
    attribute: 'customers',
    entityName: 'Customer',
    endpointName: 'Default',
    methods: expect.arrayContaining([
      'getById',
      'getList',
      'putEntity',
      'invokeActionCreateContactFromCustomer',
    ]) as string[],
  });
  const model = await client.getModelInfo('SalesOrder');
  expect(model.fields).toMatchObject({
    OrderTotal: { type: 'Decimal', custom: false },
    Details: { type: 'details', nested: 'SalesOrderDetail' },
  });
  expect(model.fields['CustomerOrder']).toMatchObject({ label: 'Customer Order Nbr.', maxLength: 40, custom: false });
  expect(model.fields['OrderType']).toMatchObject({ sqlType: 'char(2)', dataClass: 'PX.Objects.SO.SOOrder' });
  expect(model.fields['OrderType']).not.toHaveProperty('maxLength');
  expect(model.fieldCount).toBe(Object.keys(model.fields).length);
  expect(() => client.getServiceInfo('Custommer')).toThrow(/did you mean Customer/);
  await expect(client.getModelInfo('SalesOrdr')).rejects.toThrow(/did you mean SalesOrder/);
  expect(client.searchServices('order')).toEqual(expect.arrayContaining(['SalesOrder', 'PurchaseOrder']));
  expect(client.searchModels('SalesOrdr')).toContain('SalesOrder');
});

test('custom fields are found (`Usr…`, attributes)', async () => {
  await using client = await connectTo(sim);
  expect(requestsOf(sim).filter((request) => request.includes('adHoc'))).toHaveLength(0);
  const { fields } = await client.getModelInfo('Customer');
  const custom = Object.keys(fields).filter((name) => fields[name]?.custom);
  expect(custom.length).toBeGreaterThan(0);
  await client.getModelInfo('Customer');
  expect(requestsOf(sim).filter((request) => request.includes('adHoc'))).toEqual([
    'GET /entity/Default/24.200.001/Customer/$adHocSchema',
  ]);
});

test('client.models.Customer(...), nested models, hasattr(models.Customer, "UsrX")', async () => {
  await using client = await connectTo(sim);
  const { Customer, SalesOrder } = client.models;
  const SalesOrderDetail = client.models['SalesOrderDetail'] as typeof Customer;
  const customer = new Customer({ CustomerID: 'NEW', MainContact: { Email: 'a@b.c', Address: { City: 'Bern' } } });
  expect(customer.toPlain()).toMatchObject({ MainContact: { Address: { City: 'Bern' } } });
  const line = new SalesOrderDetail({ InventoryID: 'WIDGET', OrderQty: 5 });
  expect(new SalesOrder({ OrderType: 'SO', Details: [line, { InventoryID: 'OTHER' }] }).toPlain()).toMatchObject({
    Details: [{ InventoryID: 'WIDGET', OrderQty: 5 }, { InventoryID: 'OTHER' }],
  });
  expect(['CustomerName' in Customer.fields, 'UsrNothing' in Customer.fields]).toEqual([true, false]);
  expect(['Customer' in client.models, 'Nothing' in client.models]).toEqual([true, false]);
});

test('statistics, health, history, connection test', async () => {
  await using client = await connectTo(sim, { requestHistory: 2, retry: { attempts: 1 } });
  await client.customers.getById('ABARTENDE');
  expect(client.stats()).toMatchObject({
    connected: true,
    requests: 4,
    errors: 0,
    retries: 0,
    throttledMs: 0,
    seats: 1,
  });
  expect(client.stats().startupMs).toBeGreaterThan(0);
  expect(client.health()).toEqual({ status: 'healthy', reasons: [] });
  expect(client.requestHistory().map(({ operation, status }) => `${operation} ${status}`)).toEqual([
    expect.stringContaining('swagger.json'),
    'GET /entity/Default/24.200.001/Customer/ABARTENDE 200',
  ]);
  expect(await client.testConnection()).toMatchObject({ ok: true, build: expect.stringMatching(/^24/) as string });
  sim.behave([{ status: 503, html: true }]);
  for (let call = 0; call < 6; call += 1) await client.customers.getList().catch(() => undefined);
  expect(await client.testConnection()).toMatchObject({ ok: false });
  expect(client.health()).toMatchObject({ status: 'unhealthy', reasons: [expect.stringContaining('failed')] });
  sim.behave([]);
});

test('batch of calls with progress, fail-fast, retry of failed', async () => {
  await using client = await connectTo(sim);
  const keys = ['ABARTENDE', 'NOPE', 'TECHCO'];
  const progress: number[] = [];
  const results = await client.batch(
    keys.map((key) => () => client.customers.getById(key)),
    { concurrency: 2, onProgress: ({ done }) => progress.push(done) },
  );
  expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(progress).toEqual([1, 2, 3]);
  sim.store.put('Customer', { CustomerID: 'NOPE', CustomerName: 'Now there' });
  expect((await results.retryFailed()).ok).toBe(true);
  expect(sim.sessions()).toHaveLength(1);

  const made = keys.map(
    (key) => new client.models.Customer({ CustomerID: `B${key}`, CustomerName: key, CustomerClass: 'LOCAL' }),
  );
  expect((await client.saveAll(made)).valuesOrThrow().map(({ isNew }) => isNew)).toEqual([false, false, false]);
  expect((await client.deleteAll(made)).ok).toBe(true);
});
