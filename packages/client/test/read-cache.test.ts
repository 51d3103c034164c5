import { memoryStore } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, requestsOf, simulated } from './support/simulated.js';

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

test('without the option nothing is kept', async () => {
  await using client = await connectTo(sim);
  const get = () => client.customers.getById('ABARTENDE');
  expect([await costOf(get), await costOf(get), client.cache.enabled]).toEqual([1, 1, false]);
  await client.cache.invalidate('Customer');
});
