import { AcumaticaAmbiguousOutcomeError, AcumaticaConcurrencyError, AcumaticaQueryError } from 'acurecord';
import { Entity, entity, F, field } from 'acurecord';
import type { AcumaticaClient, DetailCollection } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, requestsOf } from './support/simulated.js';

@entity('SalesOrderDetail')
class Line extends Entity {
  @field.string() accessor InventoryID!: string | null;
  @field.decimal() accessor OrderQty!: number | null;
}

@entity('SalesOrder', { keys: ['OrderType', 'OrderNbr'] })
class Order extends Entity {
  @field.string() accessor OrderType!: string | null;
  @field.string() accessor OrderNbr!: string | null;
  @field.string() accessor CustomerID!: string | null;
  @field.string() accessor CustomerOrder!: string | null;
  @field.string() accessor Description!: string | null;
  @field.details(() => Line) accessor Details!: DetailCollection<Line>;
}

const anchor = 'CustomerOrder' as const;
let sim: Simulator;
let client: AcumaticaClient;
let orders = 0;
let reference = '';
beforeAll(async () => void (sim = await startSimulator()));
afterAll(() => sim.close());
beforeEach(async () => {
  client = await connectTo(sim, { retry: { baseDelayMs: 1 } });
  reference = `WEB-${(orders += 1)}`;
});
afterEach(async () => {
  sim.behave([]);
  sim.faults.clear();
  await client.close();
});

const init = () => ({
  OrderType: 'SO',
  CustomerID: 'ABARTENDE',
  CustomerOrder: reference,
  Details: [{ InventoryID: 'BTMAT', OrderQty: 2 }],
});
const stored = (): Record<string, unknown>[] =>
  (sim.store.all('SalesOrder') as Record<string, unknown>[]).filter((order) =>
    JSON.stringify(order['CustomerOrder']).includes(JSON.stringify(reference)),
  );
const create = (options: object = {}): Promise<Order> =>
  Order.using(client).create(init(), { anchor, settleMs: 300, ...options });
const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => undefined).catch((error: unknown) => error);

test('a document with an anchor is asked for, inserted and read back, and not made again', async () => {
  const from = sim.requests().length;
  const made = await create();
  expect(requestsOf(sim, from).map((request) => request.split(' ')[0])).toEqual(['GET', 'PUT', 'GET']);
  const again = await create();
  expect([again.id, again.OrderNbr, again.Details.length, again.isDirty]).toEqual([made.id, made.OrderNbr, 1, false]);
  expect(stored()).toHaveLength(1);
});

test('one whose answer was lost is found and given', async () => {
  sim.faults.dropAfterCommit({ method: 'PUT' });
  const made = await create();
  expect([made.isNew, made.isDirty, made.Details.at(0)?.InventoryID]).toEqual([false, false, 'BTMAT']);
  expect(stored()).toHaveLength(1);
});

test('one that was not done is inserted again only when the filter is known to find such documents', async () => {
  sim.faults.dropRequest({ method: 'PUT' });
  expect(await caught(create())).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: false });
  expect(stored()).toHaveLength(0);
  await create(); // read back: the filter works
  reference = `${reference}-2`;
  sim.faults.dropRequest({ method: 'PUT' });
  expect((await create()).isNew).toBe(false);
  expect(stored()).toHaveLength(1);
});

test('a filter that answers a false [] proves nothing, and never leads to a second insert', async () => {
  sim.behave([{ method: 'GET', path: '/SalesOrder', status: 200, body: [] }]);
  await create();
  reference = `${reference}-2`;
  sim.faults.dropAfterCommit({ method: 'PUT' });
  const error = await caught(create());
  expect(AcumaticaAmbiguousOutcomeError.is(error)).toBe(true);
  expect(stored()).toHaveLength(1);
  sim.behave([]);
  const found = await (error as AcumaticaAmbiguousOutcomeError).findWritten<Order>();
  expect(found?.CustomerOrder).toBe(reference);
});

test('one that is committed late is waited for', async () => {
  await create();
  reference = `${reference}-2`;
  sim.failNext({ method: 'PUT', delayMs: 900 });
  expect((await create({ timeoutMs: 300, settleMs: 5_000 })).CustomerOrder).toBe(reference);
  expect(stored()).toHaveLength(1);
});

test('two that were made at the same time are told with both ids, here and to whoever asks later', async () => {
  const both = await Promise.all([caught(create()), caught(create())]);
  const ids = stored().map(({ id }) => id);
  expect(ids).toHaveLength(2);
  const told = both.filter((error) => AcumaticaConcurrencyError.is(error));
  expect(told.length).toBeGreaterThan(0);
  for (const error of [...told, await caught(create())]) {
    expect(error).toMatchObject({ code: 'ANCHOR_NOT_UNIQUE', entity: 'SalesOrder' });
    const named = (error as AcumaticaConcurrencyError).context['ids'] as string[];
    expect([...named].sort()).toEqual([...ids].sort());
  }
});

test('an anchor can be a condition', async () => {
  const condition = F.CustomerOrder.eq(reference).and(F.CustomerID.eq('ABARTENDE'));
  const made = await create({ anchor: condition });
  expect((await create({ anchor: { CustomerOrder: reference } })).id).toBe(made.id);
});

test('an anchor that tells nothing is refused before anything is sent', async () => {
  const from = sim.requests().length;
  const refused = [
    caught(create({ anchor: 'Nothing' })),
    caught(create({ anchor: 'Details' })),
    caught(create({ anchor: 'Description' })),
    caught(new Order(init()).save({ anchor, mode: 'upsert' })),
  ];
  for (const error of await Promise.all(refused)) expect(AcumaticaQueryError.is(error)).toBe(true);
  expect(sim.requests()).toHaveLength(from);
});

test('an insert that its caller gave up is not waited for', async () => {
  sim.failNext({ method: 'PUT', delayMs: 60_000 });
  const abort = new AbortController();
  const making = caught(create({ signal: abort.signal, settleMs: 60_000 }));
  while (!sim.requests().at(-1)?.method.startsWith('PUT')) await new Promise((resolve) => setTimeout(resolve, 5));
  abort.abort();
  expect(await making).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', cause: { name: 'AbortError' } });
});

test('saveAll and batch take anchors, and repeat nothing that is in doubt', async () => {
  const save = { anchor, settleMs: 100 } as const;
  const records = () => [1, 2].map((n) => new Order({ ...init(), CustomerOrder: `${reference}-${n}` }));
  const first = await client.saveAll(records(), { save });
  expect(first.ok).toBe(true);
  const again = await client.saveAll(records(), { save });
  expect(again.valuesOrThrow().map(({ id }) => id)).toEqual(first.valuesOrThrow().map(({ id }) => id));
  const results = await client.batch([() => Order.create(init(), save), () => Order.create(init(), save)], {
    concurrency: 1,
  });
  expect(results.valuesOrThrow()[0]?.id).toBe(results.valuesOrThrow()[1]?.id);
  expect(stored()).toHaveLength(1);
});
