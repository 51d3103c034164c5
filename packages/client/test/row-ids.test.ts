import { AcumaticaAmbiguousOutcomeError, AcumaticaConcurrencyError, Entity, entity, field } from 'acurecord';
import type { DetailCollection } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { connectTo } from './support/simulated.js';

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
  @field.details(() => Line) accessor Details!: DetailCollection<Line>;
}

let sim: Simulator;
beforeAll(async () => void (sim = await startSimulator({ assume: { rowIds: 'session' } })));
afterAll(() => sim.close());

const itemsOf = (order: Order): (string | null)[] => order.Details.map(({ InventoryID }) => InventoryID);
const Details = [
  { InventoryID: 'BTMAT', OrderQty: 2 },
  { InventoryID: 'BTSPOON', OrderQty: 1 },
];

test('a row that the server makes a second time, since its id was of an earlier session, is told', async () => {
  await using client = await connectTo(sim);
  const order = await Order.using(client).create({ OrderType: 'SO', CustomerID: 'ABARTENDE', Details });
  sim.advance(11 * 60_000); // the session ends, and the next call opens another
  const line = order.Details.at(0);
  if (line) line.InventoryID = 'BTSPOON';
  const error: unknown = await order.save().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ entity: 'SalesOrder', repeatable: false });
  expect((error as Error).message).toContain('did not find rows of Details by their ids');
  expect(AcumaticaAmbiguousOutcomeError.is(error)).toBe(true);
  expect(itemsOf(order)).toEqual(['BTMAT', 'BTSPOON', 'BTSPOON']);
  expect(order.isDirty).toBe(false);
});

test('so is a row that stays although it was taken out', async () => {
  await using client = await connectTo(sim);
  const order = await Order.using(client).create({ OrderType: 'SO', CustomerID: 'ABARTENDE', Details });
  sim.advance(11 * 60_000);
  const [first] = order.Details;
  if (first) order.Details.remove(first);
  await expect(order.save()).rejects.toThrow('more rows now than it should');
});

test('a copy is not written over the record that it was made of, whose rows it would make a second time', async () => {
  await using client = await connectTo(sim);
  const order = await Order.using(client).create({ OrderType: 'SO', CustomerID: 'ABARTENDE', Details });
  const before = sim.requests().length;
  await expect(client.run(() => new Order(order).save())).rejects.toThrow(AcumaticaConcurrencyError);
  await expect(client.service('SalesOrder').putEntity({ ...order })).rejects.toThrow(AcumaticaConcurrencyError);
  expect(
    sim
      .requests()
      .slice(before)
      .map(({ headers }) => headers['if-none-match']),
  ).toEqual(['*', '*']);
  const second = await client.run(() => new Order({ ...order, OrderNbr: null }).save());
  expect(second.OrderNbr).not.toBe(order.OrderNbr);
  expect([itemsOf(second), itemsOf(await order.reload())]).toEqual([itemsOf(order), ['BTMAT', 'BTSPOON']]);
});

test('within a session, and after it where rows are only added, nothing is wrong', async () => {
  await using client = await connectTo(sim);
  const order = await Order.using(client).create({ OrderType: 'SO', CustomerID: 'ABARTENDE', Details });
  const [first] = order.Details;
  if (first) order.Details.remove(first);
  await order.save();
  sim.advance(11 * 60_000);
  order.Details.add({ InventoryID: 'BTMAT', OrderQty: 3 });
  await order.save();
  expect(itemsOf(order)).toEqual(['BTSPOON', 'BTMAT']);
});
