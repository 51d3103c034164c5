import { AcumaticaAmbiguousOutcomeError, AcumaticaTimeoutError, Entity, entity, field } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, simulated } from './support/simulated.js';

@entity('Customer', { keys: ['CustomerID'] })
class Customer extends Entity {
  @field.string() accessor CustomerID!: string | null;
  @field.string() accessor CustomerName!: string | null;
}

let sim: Simulator;
let client: AcumaticaClient;
beforeAll(async () => void (sim = await simulated()));
afterAll(() => sim.close());
beforeEach(async () => {
  sim.reset();
  sent.length = 0;
  client = await connectTo(sim, { hooks: { onRequest } });
});
afterEach(() => client.close());

/** Writes that have left, answered or not. */
const sent: string[] = [];
let left = 0;
const onRequest = ({ operation }: { operation: string }) => {
  left += 1;
  if (operation.startsWith('PUT')) sent.push(operation);
};

/** An order whose number the ERP gives: sent twice, it would be two orders. */
const newOrder = () => new client.models.SalesOrder({ OrderType: 'SO', CustomerID: 'ABARTENDE' });

test('a new document that was cut off while it was written is told as in doubt, and is not sent again', async () => {
  const stuck = [{ method: 'PUT', delayMs: 60_000 }];
  sim.behave(stuck);
  const results = await client.saveAll([newOrder()], { timeoutMs: 1_500, save: { validate: false } });
  expect(results.failures).toMatchObject([{ index: 0, error: expect.any(AcumaticaAmbiguousOutcomeError) as Error }]);
  expect(results.failures[0]?.error.cause).toBeInstanceOf(AcumaticaTimeoutError);
  sim.behave([]);
  const again = await results.retryFailed();
  expect(again.failures).toEqual(results.failures);
  expect(sent).toHaveLength(1);
});

test('actions and files are no different, while reads, and writes that name their record, are repeated', async () => {
  sim.behave([{ delayMs: 60_000 }]);
  const customer = new client.models.Customer({ CustomerID: 'BATCHED', CustomerName: 'B', CustomerClass: 'LOCAL' });
  const calls = [
    () => client.customers.invokeAction('CreateContactFromCustomer', 'TECHCO', { LastName: 'B' }),
    () => client.customers.putFile('TECHCO', 'a.txt', 'x'),
    () => client.customers.getById('TECHCO'),
    () => customer.save({ idempotent: true }),
    () => client.customers.deleteById('OLDLLC'),
    // Ends the others as soon as all have left.
    async () => {
      while (left < 5) await new Promise(setImmediate);
      if (left === 5) throw new Error('the end');
    },
  ];
  left = 0;
  const results = await client.batch<unknown>(calls, { failFast: true, concurrency: 6 });
  const doubts = results.failures.map(({ error }) => AcumaticaAmbiguousOutcomeError.is(error) && error.repeatable);
  expect(doubts).toEqual([false, false, false, true, true, false]);
  expect(results.failures.filter(({ error }) => AcumaticaAmbiguousOutcomeError.is(error))).toHaveLength(4);
  sim.behave([]);
  left += 1;
  const again = await results.retryFailed();
  expect(again.map(({ ok }) => ok)).toEqual([false, false, true, true, true, true]);
  expect([sim.store.find('Customer', 'BATCHED'), sim.store.find('Customer', 'OLDLLC')]).toMatchObject([{}, undefined]);
});

test('with failFast what has left is in doubt, and what has not is sent by retryFailed: nothing twice', async () => {
  const rateLimit = { callsPerSecond: Infinity, maxConcurrent: 1 };
  await using slow = await connectTo(sim, { hooks: { onRequest }, rateLimit });
  sim.behave([{ method: 'PUT', delayMs: 60_000 }]);
  const orders = [1, 2, 3].map(() => new slow.models.SalesOrder({ OrderType: 'SO', CustomerID: 'ABARTENDE' }));
  let ends = true;
  const ending = async () => {
    while (sent.length === 0) await new Promise(setImmediate);
    if (ends) throw new Error('the end');
  };
  const calls = [...orders.map((order) => () => order.save({ validate: false })), ending];
  const results = await slow.batch<unknown>(calls, { failFast: true, concurrency: 4 });
  expect(results.map(({ ok }) => ok)).toEqual([false, false, false, false]);
  sim.behave([]);
  const doubtful = results.failures.filter(({ error }) => AcumaticaAmbiguousOutcomeError.is(error));
  expect([sent.length, doubtful.length]).toEqual([1, 1]);
  ends = false;
  const again = await results.retryFailed();
  expect(again.failures).toEqual(doubtful);
  expect(sent).toHaveLength(orders.length);
});

test('after its own signal ended a batch, retryFailed runs the rest, with a new signal if it is given one', async () => {
  const stop = new AbortController();
  const names = ['ABARTENDE', 'TECHCO', 'OLDLLC'];
  const calls = names.map((name) => async () => {
    if (name === 'TECHCO') stop.abort();
    return (await client.customers.getById(name)).CustomerID;
  });
  const results = await client.batch(calls, { concurrency: 1, signal: stop.signal });
  expect(results.map(({ ok }) => ok)).toEqual([true, false, false]);
  const ended = await results.retryFailed({ signal: AbortSignal.abort(new Error('not now')) });
  expect(ended.failures.map(({ error }) => error.message)).toEqual(['not now', 'not now']);
  expect((await ended.retryFailed()).valuesOrThrow()).toEqual(names);
});

test('a call that has made a document before it failed is not run again, since that would make a second one', async () => {
  const before = sim.store.all('SalesOrder').length;
  const calls = [
    async () => {
      const order = await newOrder().save({ validate: false });
      await order.invoke('NoSuchAction');
    },
    () => client.customers.invokeAction('NoSuchAction', 'TECHCO'),
    async () => {
      await client.customers.putEntity({ CustomerID: 'TECHCO', CreditLimit: 5 }, { mode: 'updateOnly' });
      await client.customers.getById('NOBODY');
    },
  ];
  const results = await client.batch<unknown>(calls);
  expect(results).toMatchObject([
    { ok: false, repeatable: false },
    { ok: false, repeatable: true },
    { ok: false, repeatable: true },
  ]);
  const again = await results.retryFailed();
  expect(again[0]).toBe(results[0]);
  expect(again.map(({ ok }) => ok)).toEqual([false, false, false]);
  expect(sim.store.all('SalesOrder').length).toBe(before + 1);
});

test('repeated calls speak through the client of the batch, not through the default one', async () => {
  await using other = await simulated({
    data: { Customer: [{ CustomerID: 'ABARTENDE', CustomerName: 'The other one' }] },
  });
  await using second = await connectTo(other);
  let fails = true;
  const results = await second.batch([
    async () => {
      if (fails) throw new Error('at first');
      return (await Customer.find('ABARTENDE')).CustomerName;
    },
  ]);
  fails = false;
  expect((await results.retryFailed()).valuesOrThrow()).toEqual(['The other one']);
});

test('a progress that throws ends nothing, and a time that is none is refused', async () => {
  const onProgress = () => {
    throw new Error('no display');
  };
  const results = await client.batch<unknown>([() => client.customers.getById('TECHCO'), () => 1], { onProgress });
  expect(results.ok).toBe(true);
  for (const timeoutMs of [0, -1, Number.NaN])
    await expect(client.batch([], { timeoutMs })).rejects.toThrow('timeoutMs');
});
