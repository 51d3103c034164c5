import type { Case } from './entity-case.js';
import { scriptedClient } from './scripted-client.js';
import type { LineUnderTest, OrderClass, OrderUnderTest } from './order-under-test.js';

function newLine(order: OrderClass, init: object): LineUnderTest {
  return order.fromPlain({ Details: [init] }).Details.toArray()[0] as LineUnderTest;
}

const lines = (order: OrderUnderTest): unknown => order.changes.Details;

/** What becomes of links and rows that are put in, taken out, moved and named twice. */
export const partCases: readonly Case[] = [
  [
    'takes over the values of a row that stands for the same one, whichever instance it is',
    async ({ load }) => {
      const [{ order }, { order: same }] = [await load(), await load()];
      const [line, other] = [order.Details.at(0), same.Details.at(0)];
      if (line && other) [line.OrderQty, other.OrderQty] = [5, 6];
      order.Details = [line, same.Details.at(1), { id: 'c', OrderQty: 7 }] as never;
      expect(lines(order)).toEqual([
        { id: 'a', OrderQty: 5 },
        { id: 'c', OrderQty: 7 },
      ]);
      order.Details = same.Details.toArray() as never;
      expect([lines(order), order.Details.at(0) === line]).toEqual([[{ id: 'a', OrderQty: 6 }], true]);
    },
  ],

  [
    'copies a row of another record instead of sharing it',
    async ({ load, open }) => {
      const { order } = await load();
      const other = open().fromPlain({ Details: [{ InventoryID: 'OTHER', Allocations: [{ id: 'x', Qty: 1 }] }] });
      const row = other.Details.at(0) as LineUnderTest;
      const added = order.Details.add(row);
      added.OrderQty = 5;
      expect([row.OrderQty, added === row]).toEqual([undefined, false]);
      expect(lines(order)).toEqual([{ InventoryID: 'OTHER', Allocations: [{ Qty: 1 }], OrderQty: 5 }]);
    },
  ],

  [
    'adds a row once as itself, and then as a copy',
    async ({ load, open }) => {
      const { order } = await load();
      const row = newLine(open(), { InventoryID: 'NEW' });
      open().fromPlain({}).Details.add(row);
      const added = [order.Details.add(row), order.Details.add(row), order.Details.add(order.Details.at(0) as never)];
      added.forEach((line, index) => (line.OrderQty = index));
      expect(lines(order)).toEqual([
        { InventoryID: 'NEW', OrderQty: 0 },
        { InventoryID: 'NEW', OrderQty: 1 },
        { InventoryID: 'AALEGO500', OrderQty: 2 },
      ]);
      expect(order.Details.at(0)?.OrderQty).toBe(1);
    },
  ],

  [
    'tells the copies of a new row apart when they are saved',
    async ({ open }) => {
      const ids = ['p', 'q', 'r', 's'];
      const client = scriptedClient(({ request: { row } }) => {
        const sent = row as { Details: object[] };
        return { ...sent, id: 'o', Details: sent.Details.map((line, index) => ({ ...line, id: ids[index] })) };
      });
      const order = open()
        .using(client)
        .build({ Details: [{ InventoryID: 'NEW' }] });
      const row = order.Details.at(0) as LineUnderTest;
      const copies = [row.clone(), row, row.clone()].map((copy) => order.Details.add(copy));
      await order.save();
      copies.forEach((copy, index) => (copy.OrderQty = index));
      expect([order.Details.map(({ id }) => id), lines(order)]).toEqual([
        ids,
        copies.map((copy, index) => ({ id: ids[index + 1], OrderQty: index })),
      ]);
    },
  ],

  [
    'moves a row to another record: gone here, new there',
    async ({ load }) => {
      const [{ order }, { order: other }] = [await load(), await load()];
      const row = order.Details.at(1) as LineUnderTest;
      order.Details.remove(row);
      other.Details.add(row).OrderQty = 9;
      expect(lines(order)).toEqual([{ id: 'b', delete: true }]);
      expect(lines(other)).toEqual([{ InventoryID: 'CONGRILL', OrderQty: 9 }]);
    },
  ],

  [
    'takes a removal back by adding the row again, or by reverting, and follows the row again',
    async ({ load }) => {
      const { order } = await load();
      const row = order.Details.at(0) as LineUnderTest;
      order.Details.remove(row);
      row.OrderQty = 4;
      order.Details.add(row);
      expect([lines(order), order.Details.length]).toEqual([[{ id: 'a', OrderQty: 4 }], 3]);
      order.Details.remove(row);
      order.revert();
      row.OrderQty = 8;
      expect(lines(order)).toEqual([{ id: 'a', OrderQty: 8 }]);
    },
  ],

  [
    'lets go of rows and links that are no more part of it',
    async ({ load, open }) => {
      const { order } = await load();
      const [added, contact] = [order.Details.add({ InventoryID: 'NEW' }), order.ShipToContact];
      order.revert();
      added.OrderQty = 5;
      order.ShipToContact = open().fromPlain({ ShipToContact: { Email: 'new@b.example' } }).ShipToContact;
      if (contact) contact.Email = 'old@b.example';
      expect(order.changes).toEqual({ ShipToContact: { Email: 'new@b.example' } });
      order.revert();
      if (contact) contact.Email = 'again@b.example';
      expect(order.changes).toEqual({ ShipToContact: { Email: 'again@b.example' } });
      order.ShipToContact = null;
      expect([order.ShipToContact, order.toWire().ShipToContact]).toEqual([null, null]);
    },
  ],

  [
    'refuses what is no row and no link, and stays as it was',
    async ({ load, open }) => {
      const { order } = await load();
      const wrong = open().fromPlain({});
      for (const rows of [5, 'ab', true, { id: 'a' }, [undefined], [null], ['a'], [[]], [wrong], [{ Quantity: 1 }]]) {
        expect(() => (order.Details = rows as never)).toThrow(/Details|SalesOrderDetail/);
      }
      for (const row of [undefined, null, 1, wrong, { id: 'a' }])
        expect(() => order.Details.add(row as never)).toThrow('Details');
      for (const link of [5, 'ab', [], new Date(), wrong, { Email: 'x', Nope: 1 }, { Email: 'x', Address: 'Bonn' }]) {
        expect(() => (order.ShipToContact = link as never)).toThrow(/ShipToContact|Contact|Address/);
      }
      expect(() => (order.Details = [{ id: 'a', OrderQty: 9 }, { OrderQty: Number.NaN }] as never)).toThrow();
      expect(() => (order.Details = [{ id: 'a' }, { id: 'a' }] as never)).toThrow('names the row "a" twice');
      expect([order.isDirty, order.Details.at(0)?.OrderQty, order.Details.length]).toEqual([false, 1, 3]);
    },
  ],

  [
    'does not replace rows that nobody has read',
    async ({ load }) => {
      const { order } = await load((row) => delete row.Details);
      for (const rows of [[], [{ InventoryID: 'NEW' }], null]) {
        expect(() => (order.Details = rows as never)).toThrow('Details was not read, so its rows cannot be replaced');
      }
      expect(order.isDirty).toBe(false);
    },
  ],

  [
    'names rows by the id that they are given, so that nothing is doubled',
    async ({ load, open }) => {
      const { order } = await load();
      const copy = open().fromPlain({ ...order.toPlain(), Details: order.toPlain().Details?.slice(1) });
      expect(copy.toWire().Details).toEqual([
        { id: 'b', InventoryID: { value: 'CONGRILL' }, OrderQty: { value: 2 } },
        { id: 'c', InventoryID: { value: 'AACOMPUT01' }, OrderQty: { value: 3 } },
      ]);
    },
  ],

  [
    'makes a new record of another one, or of one that is spread',
    async ({ load, open }) => {
      const { order } = await load();
      const Order = open();
      const [whole, spread] = [new Order(order), new Order({ ...order, Description: 'Copy' })];
      expect([whole.isNew, spread.isNew, spread.Description]).toEqual([true, true, 'Copy']);
      const { id: _id, rowNumber: _place, ...values } = JSON.parse(JSON.stringify(order)) as Record<string, unknown>;
      expect(JSON.parse(JSON.stringify(whole.toPlain(), withoutIds))).toEqual(
        JSON.parse(JSON.stringify(values, withoutIds)),
      );
      expect(JSON.stringify(whole.toWire())).not.toContain('"id"');
      if (whole.ShipToContact) whole.ShipToContact.Email = 'other@b.example';
      expect(order.isDirty).toBe(false);
    },
  ],
];

const withoutIds = (name: string, value: unknown): unknown =>
  name === 'id' || name === 'rowNumber' ? undefined : value;
