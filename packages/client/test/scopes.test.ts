import { Entity, entity, field } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, requestsOf, simulated } from './support/simulated.js';

@entity('Customer', { keys: ['CustomerID'] })
class Customer extends Entity {
  @field.string() accessor CustomerID!: string | null;
  @field.string() accessor CustomerName!: string | null;
}

let sim: Simulator;
beforeAll(async () => void (sim = await simulated()));
afterAll(() => sim.close());
beforeEach(() => sim.reset());

const lastHeaders = () => sim.requests().at(-1)?.headers ?? {};

test('a view adds its options to every call and shares the session', async () => {
  await using client = await connectTo(sim);
  const view = client.with({ branch: 'MAIN' }).with({ businessDate: '2026-01-31' });
  const customer = await view.customers.getById('ABARTENDE');
  expect(lastHeaders()).toMatchObject({ 'px-cbapibranch': 'MAIN', 'px-cbapibusinessdate': '2026-01-31' });
  await view.models.Customer.find('ABARTENDE');
  expect(lastHeaders()).toMatchObject({ 'px-cbapibranch': 'MAIN' });
  customer.CustomerName = 'Changed';
  await customer.save();
  expect(lastHeaders()).toMatchObject({ 'px-cbapibranch': 'MAIN' });
  await client.customers.getById('ABARTENDE');
  expect(lastHeaders()).not.toHaveProperty('px-cbapibranch');
  expect(sim.sessions()).toHaveLength(1);
});

test('the locale of a view asks for its language', async () => {
  await using client = await connectTo(sim, { cacheReads: { ttlMs: 60_000 } });
  await client.customers.getById('ABARTENDE');
  await client.with({ locale: 'de-CH' }).customers.getById('ABARTENDE');
  expect(lastHeaders()['accept-language']).toBe('de-CH');
  await client.customers.getById('TECHCO');
  expect(lastHeaders()['accept-language']).not.toBe('de-CH');
});

test('an option of a call wins over that of its view', async () => {
  await using client = await connectTo(sim);
  await client.with({ branch: 'OTHER' }).customers.getById('ABARTENDE', { branch: 'MAIN' });
  expect(lastHeaders()['px-cbapibranch']).toBe('MAIN');
});

test('the signal of a view ends its calls', async () => {
  await using client = await connectTo(sim);
  const stop = new AbortController();
  const view = client.with({ signal: stop.signal });
  await view.customers.getById('ABARTENDE');
  stop.abort(new Error('the visitor has gone'));
  await expect(view.customers.getById('ABARTENDE')).rejects.toThrow('the visitor has gone');
  await expect(client.customers.getById('ABARTENDE')).resolves.toBeDefined();
});

test('where calls wait for their turn, those of a view with a priority go first', async () => {
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  const hooks = { onRequest: ({ path }: { path: string }) => (path.endsWith('/HOLDER') ? released : undefined) };
  await using client = await connectTo(sim, { hooks, rateLimit: { callsPerSecond: Infinity, maxConcurrent: 1 } });
  const holder = client.customers.getById('HOLDER').catch(() => undefined);
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
  const urgent = client.with({ priority: 1 });
  const all = Promise.all([
    client.customers.getById('OLDLLC'),
    client.models.Customer.where({ CustomerID: 'OLDLLC' }).options({ priority: -1 }).first(),
    urgent.with({ priority: 4 }).customers.putFile('TECHCO', 'note.txt', 'hello'),
    urgent.customers.getById('TECHCO'),
    urgent.models.SalesOrder.where({ OrderType: 'SO' }).options({ priority: 2 }).first(),
    client.with({ priority: 5 }).customers.invokeAction('CreateContactFromCustomer', 'TECHCO', { LastName: 'B' }),
  ]);
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
  const before = requestsOf(sim).length;
  release();
  await Promise.all([holder, all]);
  const ends = requestsOf(sim, before).map((request) => request.split('/').at(-1));
  const wanted = ['HOLDER', 'CreateContactFromCustomer', 'note.txt', 'SalesOrder', 'TECHCO', 'OLDLLC', 'Customer'];
  expect(ends).toEqual(wanted);
  await expect(urgent.customers.getList({ priority: Number.NaN })).rejects.toThrow('priority must be a number');
});

test('closing a view leaves its client open', async () => {
  await using client = await connectTo(sim);
  {
    await using view = client.with({ branch: 'MAIN' });
    await view.customers.getById('ABARTENDE');
  }
  expect(client.closed).toBe(false);
  await client.customers.getById('ABARTENDE');
});

test('inside run every class speaks through that client, also after an await', async () => {
  await using first = await connectTo(sim);
  const other = await simulated({ data: { Customer: [{ CustomerID: 'ABARTENDE', CustomerName: 'The other one' }] } });
  await using second = await connectTo(other);
  const nameOf = async () => {
    await new Promise(setImmediate);
    return (await Customer.find('ABARTENDE')).CustomerName;
  };
  const names = await Promise.all([second.run(nameOf), first.run(nameOf), nameOf()]);
  expect(names).toEqual(['The other one', 'USA Bartending School', 'USA Bartending School']);
  await second.close();
  await other.close();
});

test('classes, services and new records of two clients never mix', async () => {
  await using first = await connectTo(sim);
  await using other = await simulated();
  await using second = await connectTo(other);
  const made = new second.models.Customer({ CustomerID: 'SECOND', CustomerName: 'Second', CustomerClass: 'LOCAL' });
  await made.save();
  expect([sim.store.find('Customer', 'SECOND'), other.store.find('Customer', 'SECOND')]).toMatchObject([undefined, {}]);

  const ours = await first.models.Customer.find('ABARTENDE');
  ours.CustomerName = 'Changed';
  const refused = expect(second.customers.putEntity(ours)).rejects;
  await refused.toMatchObject({
    message: expect.stringContaining('belongs to another client') as string,
    suggestions: [expect.stringContaining('putEntity({ ...record })') as string],
  });
  const results = await second.saveAll([ours]);
  expect(results.failures[0]?.error.message).toContain('belongs to another client');
  expect(other.store.find('Customer', 'ABARTENDE')).toMatchObject({ CustomerName: 'USA Bartending School' });
  await second.customers.putEntity({ ...ours });
  const sent = other.requests().findLast(({ method }) => method === 'PUT')?.body;
  expect(sent).toMatchObject({ CustomerID: { value: 'ABARTENDE' }, CustomerName: { value: 'Changed' } });
  expect(sent).not.toHaveProperty('id');
  expect(other.store.find('Customer', 'ABARTENDE')).toMatchObject({ CustomerName: 'Changed' });
  expect(sim.store.find('Customer', 'ABARTENDE')).toMatchObject({ CustomerName: 'USA Bartending School' });
  await ours.save();
  expect(sim.store.find('Customer', 'ABARTENDE')).toMatchObject({ CustomerName: 'Changed' });
});
