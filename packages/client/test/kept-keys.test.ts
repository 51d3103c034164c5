import { Entity, entity, field } from 'acurecord';
import type { AcumaticaClient, AcumaticaAmbiguousOutcomeError } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { connectTo } from './support/simulated.js';

@entity('SalesOrder', { keys: ['OrderType', 'OrderNbr'] })
class Order extends Entity {
  @field.string() accessor OrderType!: string | null;
  @field.string() accessor OrderNbr!: string | null;
  @field.string() accessor CustomerID!: string | null;
  @field.string() accessor Description!: string | null;
}

@entity('Warehouse', { keys: ['WarehouseID'] })
class Warehouse extends Entity {
  @field.string() accessor WarehouseID!: string | null;
  @field.string() accessor Description!: string | null;
}

@entity('Warehouse', { keys: ['WarehouseID'], numbering: 'manual' })
class ManualWarehouse extends Entity {
  @field.string() accessor WarehouseID!: string | null;
  @field.string() accessor Description!: string | null;
}

let sim: Simulator;
let client: AcumaticaClient;
let made = 0;
beforeAll(async () => void (sim = await startSimulator()));
afterAll(() => sim.close());
beforeEach(async () => void (client = await connectTo(sim, { retry: { baseDelayMs: 1 } })));
afterEach(async () => {
  sim.faults.clear();
  await client.close();
});

const fresh = (): string => `W${(made += 1)}`;
const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => undefined).catch((error: unknown) => error);
const lose = (): void => sim.faults.dropAfterCommit({ method: 'PUT' });
const count = (entity: string): number => sim.store.all(entity).length;

test.each(['WEB-1', '<NEW>', '<new>', ' < New > ', '', ' '])(
  'an order that is upserted with the number %j, which the ERP replaces, is made once',
  async (OrderNbr) => {
    const before = count('SalesOrder');
    lose();
    const error = await caught(client.run(() => Order.upsert({ OrderType: 'SO', OrderNbr, CustomerID: 'ABARTENDE' })));
    expect(error).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: false });
    expect(count('SalesOrder')).toBe(before + 1);
    await expect((error as AcumaticaAmbiguousOutcomeError).findWritten()).rejects.toThrow('Nothing identifies');
  },
);

test('a form that is declared to keep its keys is written again, inserts too, as long as no row is added', async () => {
  const WarehouseID = fresh();
  lose();
  await client.run(() => ManualWarehouse.upsert({ WarehouseID, Description: 'A' }));
  lose();
  const error = await caught(
    client.run(() => ManualWarehouse.create({ WarehouseID: fresh(), Description: 'Our own' })),
  );
  expect(error).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', status: 412, repeatable: false });
  const found = await (error as AcumaticaAmbiguousOutcomeError).findWritten<Warehouse>();
  expect(found?.Description).toBe('Our own');
});

test('findWritten tells a record of somebody else under the same key from what was written', async () => {
  const WarehouseID = fresh();
  sim.faults.dropRequest({ method: 'PUT' });
  await using slow = await connectTo(sim, { retry: { attempts: 1 } });
  const error = await caught(slow.run(() => ManualWarehouse.create({ WarehouseID, Description: 'Ours' })));
  expect(await (error as AcumaticaAmbiguousOutcomeError).findWritten()).toBeUndefined();
  sim.store.put('Warehouse', { WarehouseID, Description: 'Theirs' });
  expect(await (error as AcumaticaAmbiguousOutcomeError).findWritten()).toBeUndefined();
});

test('an upsert teaches nothing; an insert that comes back with its key does, for all views of the client', async () => {
  const upsert = (WarehouseID: string): Promise<unknown> =>
    caught(client.with({ branch: 'MAIN' }).run(() => Warehouse.upsert({ WarehouseID, Description: 'x' })));
  await upsert(fresh());
  lose();
  expect(await upsert(fresh())).toMatchObject({ repeatable: false });
  await client.run(() => Warehouse.create({ WarehouseID: fresh(), Description: 'x' }));
  lose();
  expect(await upsert(fresh())).toBeUndefined();
});

test('so does a write after a lookup by keys that found nothing', async () => {
  const key = fresh();
  expect(await client.run(() => Warehouse.findOrNull(key))).toBeNull();
  await client.run(() => Warehouse.upsert({ WarehouseID: ` ${key.toLowerCase()} `, Description: 'x' }));
  lose();
  expect(await caught(client.run(() => Warehouse.upsert({ WarehouseID: fresh(), Description: 'x' })))).toBeUndefined();
});

test('a form that replaces a key is never taken for one that keeps it', async () => {
  await client.run(() => Order.create({ OrderType: 'SO', OrderNbr: 'MINE', CustomerID: 'ABARTENDE' }));
  expect(await client.run(() => Order.findOrNull('SO', 'OTHER'))).toBeNull();
  await client.run(() => Order.upsert({ OrderType: 'SO', OrderNbr: 'OTHER', CustomerID: 'ABARTENDE' }));
  lose();
  const before = count('SalesOrder');
  const error = await caught(
    client.run(() => Order.upsert({ OrderType: 'SO', OrderNbr: 'MINE', CustomerID: 'ABARTENDE' })),
  );
  expect(error).toMatchObject({ code: 'AMBIGUOUS_OUTCOME' });
  expect(count('SalesOrder')).toBe(before + 1);
});

test('idempotent is the word of the caller, and updateOnly never makes a second record', async () => {
  const WarehouseID = fresh();
  lose();
  await client.run(() => Warehouse.upsert({ WarehouseID, Description: 'A' }, { idempotent: true }));
  lose();
  const record = new Warehouse({ WarehouseID, Description: 'B' });
  await client.run(() => record.save({ mode: 'updateOnly' }));
  lose();
  const told = client.run(() => Warehouse.upsert({ WarehouseID, Description: 'C' }, { idempotent: false }));
  expect(await caught(told)).toMatchObject({ repeatable: false });
});

test('a record that is known is found again after its save was lost, past the cache of reads', async () => {
  await using cached = await connectTo(sim, { retry: { attempts: 1 }, cacheReads: { ttlMs: 60_000 } });
  const [first] = await cached.run(() => Warehouse.all());
  const record = first as Warehouse;
  record.Description = 'Changed';
  lose();
  const error = (await caught(record.save())) as AcumaticaAmbiguousOutcomeError;
  expect(error).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: true });
  expect((await error.findWritten<Warehouse>())?.Description).toBe('Changed');
  await client.run(() => Warehouse.upsert({ WarehouseID: String(record.WarehouseID), Description: 'Later' }));
  expect((await error.findWritten<Warehouse>())?.Description).toBe('Later');
});

test('another record in answer to a write is no success, by its id, by its key or by all that was sent', async () => {
  const answered = async (write: () => Promise<unknown>, other: object): Promise<unknown> => {
    sim.failNext({ method: 'PUT', status: 200, body: other, after: 'commit' });
    return caught(client.run(write));
  };
  const [one] = await client.run(() => Warehouse.all());
  const other = {
    id: '5f2c6a5e-0000-4000-8000-000000000001',
    WarehouseID: { value: 'OTHER' },
    Description: { value: 'x' },
  };
  const save = (): Promise<unknown> => {
    (one as Warehouse).Description = `Changed ${(made += 1)}`;
    return (one as Warehouse).save();
  };
  const keyed = (): Promise<unknown> => ManualWarehouse.upsert({ WarehouseID: fresh(), Description: 'x' });
  const numbered = (): Promise<unknown> =>
    Order.create({ OrderType: 'SO', CustomerID: 'ABARTENDE', Description: 'Mine' });
  const order = {
    id: other.id,
    OrderType: { value: 'SO' },
    CustomerID: { value: 'TECHCO' },
    Description: { value: 'Theirs' },
  };
  expect(await answered(save, other)).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: true });
  expect(await answered(keyed, other)).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: true });
  expect(await answered(numbered, order)).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: false });
  expect(await answered(numbered, { ...order, CustomerID: { value: 'abartende ' } })).toBeUndefined();
});

test.each([{}, null, [], 'ok', { id: 'x' }, { message: 'hi' }, { id: 'x', error: 'no' }])(
  'the answer %j to a write is no record',
  async (body) => {
    sim.failNext({ method: 'PUT', status: 200, body: JSON.stringify(body), after: 'commit' });
    const error = await caught(client.run(() => Order.create({ OrderType: 'SO', CustomerID: 'ABARTENDE' })));
    expect(error).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: false, entity: 'SalesOrder' });
  },
);

test('a deletion is done when the ERP says 204, and in doubt otherwise, and the error can look', async () => {
  const WarehouseID = fresh();
  const record = await client.run(() => Warehouse.create({ WarehouseID, Description: 'x' }));
  sim.failNext({ method: 'DELETE', status: 200, body: '{}' });
  const error = (await caught(record.delete())) as AcumaticaAmbiguousOutcomeError;
  expect(error).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: true });
  expect(await error.findWritten<Warehouse>()).toMatchObject({ WarehouseID });
  await record.delete();
  expect(await error.findWritten()).toBeUndefined();
});
