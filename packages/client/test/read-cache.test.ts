import { AcumaticaClient, memoryStore } from 'acurecord';
import { oauth } from '@acurecord/transport';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, optionsFor, requestsOf, simulated } from './support/simulated.js';

let sim: Simulator;
beforeAll(async () => void (sim = await simulated()));
afterAll(() => sim.close());
beforeEach(() => sim.reset());

const cacheReads = { ttlMs: 60_000 };

/** How many requests some work makes. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const before = requestsOf(sim).length;
  await work();
  return requestsOf(sim).length - before;
}

test('the same read is made once, another one again', async () => {
  await using client = await connectTo(sim, { cacheReads });
  const list = () => client.customers.getList({ filter: "Status eq 'Active'" });
  const get = () => client.customers.getById('ABARTENDE');
  expect([await costOf(list), await costOf(list), await costOf(get), await costOf(get)]).toEqual([1, 0, 1, 0]);
  expect(await costOf(() => client.customers.getList())).toBe(1);
  expect(client.getCacheStats().reads).toMatchObject({ hits: 2, misses: 3 });
});

test('readers at the same time share one request', async () => {
  await using client = await connectTo(sim, { cacheReads });
  expect(await costOf(() => Promise.all([1, 2, 3].map(() => client.customers.getById('ABARTENDE'))))).toBe(1);
});

test('a record handed out twice is two records', async () => {
  await using client = await connectTo(sim, { cacheReads });
  const [one, other] = [await client.customers.getById('ABARTENDE'), await client.customers.getById('ABARTENDE')];
  one.CustomerName = 'Changed here';
  expect([other.CustomerName, other.isDirty]).toEqual(['USA Bartending School', false]);
  expect((await client.customers.getById('ABARTENDE')).CustomerName).toBe('USA Bartending School');
});

test.each(['write', 'deletion', 'action', 'call of invalidate'])(
  'after a %s the entity is read again',
  async (what) => {
    await using client = await connectTo(sim, { cacheReads });
    const customer = await client.customers.getById('ABARTENDE');
    await client.customerClasses.getList();
    if (what === 'write') {
      customer.CustomerName = 'Changed';
      await customer.save();
    }
    if (what === 'deletion') await client.customers.deleteById('TECHCO');
    if (what === 'action')
      await client.customers.invokeAction('CreateContactFromCustomer', 'ABARTENDE', { FirstName: 'A', LastName: 'B' });
    if (what === 'call of invalidate') await client.cache.invalidate('Customer');
    expect(await costOf(() => client.customers.getById('ABARTENDE'))).toBe(1);
    expect(await costOf(() => client.customerClasses.getList())).toBe(0);
  },
);

test('a write that failed voids what was kept as well', async () => {
  await using client = await connectTo(sim, { cacheReads, retry: { attempts: 1 } });
  const customer = await client.customers.getById('ABARTENDE');
  sim.failNext({ method: 'PUT', status: 500 });
  customer.CustomerName = 'Changed';
  await expect(customer.save()).rejects.toThrow();
  expect(await costOf(() => client.customers.getById('ABARTENDE'))).toBe(1);
});

test('only the named entities are kept', async () => {
  await using client = await connectTo(sim, { cacheReads: { ...cacheReads, entities: ['CustomerClass'] } });
  const both = () => Promise.all([client.customers.getById('ABARTENDE'), client.customerClasses.getList()]);
  expect([await costOf(both), await costOf(both)]).toEqual([2, 1]);
});

test('two clients share a store, but not what belongs to another branch or tenant', async () => {
  const reads = { ...cacheReads, store: memoryStore() };
  await using first = await connectTo(sim, { cacheReads: reads });
  await using second = await connectTo(sim, { cacheReads: reads });
  await using branch = await connectTo(sim, { cacheReads: reads, branch: 'MAIN' });
  expect(await costOf(() => first.customers.getById('ABARTENDE'))).toBe(1);
  expect(await costOf(() => second.customers.getById('ABARTENDE'))).toBe(0);
  expect(await costOf(() => branch.customers.getById('ABARTENDE'))).toBe(1);
  expect(await costOf(() => first.with({ branch: 'MAIN' }).customers.getById('ABARTENDE'))).toBe(1);
  await second.cache.invalidate('Customer');
  expect(await costOf(() => first.customers.getById('ABARTENDE'))).toBe(1);
});

test('users, languages and tokens that share a store never share an answer', async () => {
  await using two = await simulated({
    users: ['admin', 'clerk'].map((name) => ({ name, password: 'admin-secret' })),
    tenants: ['Company', 'Other'],
    applications: [{ clientId: 'app@Company', clientSecret: 'x' }],
  });
  const options = { ...optionsFor(two), cacheReads: { ...cacheReads, store: memoryStore() } };
  const token = (username: string) =>
    oauth({ grant: 'password', clientId: 'app@Company', clientSecret: 'x', username, password: 'admin-secret' });
  const clients = await Promise.all(
    [
      {},
      { username: 'clerk' },
      { locale: 'de-DE' },
      { tenant: 'Other' },
      { branch: 'MAIN' },
      { decimals: 'string' as const },
    ]
      .concat([{ auth: token('admin') }, { auth: token('clerk') }] as object[])
      .map((more) => AcumaticaClient.connect({ ...options, ...more })),
  );
  const read = (client: AcumaticaClient) => client.customers.getById('ABARTENDE');
  const before = requestsOf(two).length;
  for (const client of clients) await read(client);
  expect(requestsOf(two).slice(before)).toHaveLength(clients.length);
  for (const client of clients) await read(client);
  expect(requestsOf(two).slice(before)).toHaveLength(clients.length);
  await Promise.all(clients.map((client) => client.close()));
});

test('one who waits shorter, or gives up, does not end the reading of another', async () => {
  await using client = await connectTo(sim, { cacheReads });
  sim.behave([{ path: 'ABARTENDE', delayMs: 300 }]);
  const stop = new AbortController();
  const outcomes = Promise.allSettled([
    client.customers.getById('ABARTENDE', { timeoutMs: 50 }),
    client.customers.getById('ABARTENDE', { signal: stop.signal }),
    client.customers.getById('ABARTENDE'),
  ]);
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  stop.abort(new Error('enough'));
  const [short, aborted, patient] = await outcomes;
  sim.behave([]);
  expect([short.status, patient.status]).toEqual(['rejected', 'fulfilled']);
  expect(aborted).toMatchObject({ reason: new Error('enough') });
});

test('a failed read is not kept', async () => {
  await using client = await connectTo(sim, { cacheReads, retry: { attempts: 1 } });
  sim.failNext({ path: 'TECHCO', status: 503 });
  await expect(client.customers.getById('TECHCO')).rejects.toThrow('503');
  expect((await client.customers.getById('TECHCO')).CustomerName).toBe('Tech Co');
  await expect(client.customers.getById('LATER')).rejects.toThrow();
  sim.store.put('Customer', { CustomerID: 'LATER', CustomerName: 'Now there' });
  expect((await client.customers.getById('LATER')).CustomerName).toBe('Now there');
});

test('without the option nothing is kept', async () => {
  await using client = await connectTo(sim);
  const get = () => client.customers.getById('ABARTENDE');
  expect([await costOf(get), await costOf(get), client.cache.enabled]).toEqual([1, 1, false]);
  await client.cache.invalidate('Customer');
});
