import { inspect } from 'node:util';
import type { Case } from './entity-case.js';

/** How an entity gives and shows its values. */
export const readingCases: readonly Case[] = [
  [
    'reads values, with null for empty ones and undefined for absent ones',
    async ({ load }) => {
      const { order } = await load((row) => delete row.CustomerID);
      expect([order.OrderNbr, order.OrderTotal, order.Approved, order.LineCount]).toEqual(['000123', 280, false, 3]);
      expect([order.Description, order.CustomerID]).toEqual([null, undefined]);
      expect(order.ProjectGuid).toBe('c3c6f3a8-4e4f-ee11-8359-0690322d016b');
    },
  ],

  [
    'reads timestamps as dates and keeps their text in reach',
    async ({ load }) => {
      const { order } = await load();
      expect(order.Date).toEqual(new Date('2023-12-14T00:00:00Z'));
      expect(order.raw('Date')).toBe('2023-12-14T00:00:00+00:00');
      expect([order.raw('UsrPriority'), order.raw('Nope'), order.raw('toString')]).toEqual([
        'Low',
        undefined,
        undefined,
      ]);
      expect(order.raw('ShipToContact')).toMatchObject({ Email: { value: 'a@b.example' } });
    },
  ],

  [
    'reads links and rows as instances, the same ones each time',
    async ({ load }) => {
      const { order } = await load();
      expect(order.ShipToContact?.Address?.City).toBe('Bonn');
      expect(order.ShipToContact).toBe(order.ShipToContact);
      expect(order.Details.map((line) => line.InventoryID)).toEqual(['AALEGO500', 'CONGRILL', 'AACOMPUT01']);
      expect(order.Details.at(-1)).toBe(order.Details.at(2));
      expect([...order.Details]).toHaveLength(order.Details.length);
    },
  ],

  [
    'tells what was not expanded from what is empty',
    async ({ load }) => {
      const { order } = await load((row) => {
        delete row.Details;
        row.ShipToContact = null;
      });
      expect([order.Details, order.ShipToContact]).toEqual([undefined, null]);
      expect(order.isDirty).toBe(false);
    },
  ],

  [
    'reads what every record has',
    async ({ load }) => {
      const { order } = await load();
      expect([order.id, order.rowNumber, order.note]).toEqual(['13582ef4-ba9a-ee11-8359-0690322d016b', 1, '']);
      expect(order.Details.at(0)?.note).toBeNull();
      expect(order.custom).toEqual({ Document: { UsrPriority: 'Low' } });
      expect(order.UsrPriority).toBe('Low');
    },
  ],

  [
    'knows its members',
    ({ open }) => {
      const { fields } = open();
      expect('UsrPriority' in fields).toBe(true);
      expect('toString' in fields).toBe(false);
      expect(Object.keys(fields)).toHaveLength(12);
    },
  ],

  [
    'refuses members that it does not have, and names near ones',
    ({ open }) => {
      expect(() => new (open())({ OrderTpye: 'SO' } as object)).toThrow('Did you mean OrderType?');
      expect(() => new (open())({ Details: [{ Quantity: 1 }] } as object)).toThrow(
        'SalesOrderDetail has no member "Quantity"',
      );
    },
  ],

  [
    'shows itself as a person expects',
    async ({ load, open }) => {
      const { order } = await load();
      expect(inspect(order)).toMatch(/^SalesOrder \{\n {2}id: '13582ef4/);
      expect(inspect(new (open())({ OrderType: 'SO' }))).toBe("SalesOrder (new) { OrderType: 'SO' }");
      expect(JSON.parse(JSON.stringify(order))).toMatchObject({
        Details: [{ InventoryID: 'AALEGO500' }, {}, {}],
        Date: '2023-12-14T00:00:00.000Z',
        ShipToContact: { Address: { City: 'Bonn' } },
      });
    },
  ],

  [
    'equals another one with the same values, and no other',
    async ({ load }) => {
      const [{ order }, { order: same }] = [await load(), await load()];
      expect(order).toEqual(same);
      const [first] = same.Details;
      if (first) first.OrderQty = 4;
      expect(order).not.toEqual(same);
      const [own] = order.Details;
      if (own) own.OrderQty = 4;
      expect(order).toEqual(same);
      expect(order).toMatchObject({ OrderNbr: '000123', ShipToContact: { Email: 'a@b.example' } });
    },
  ],

  [
    'comes back from plain data',
    async ({ load, open }) => {
      const { order } = await load();
      const copy = open().fromPlain(order.toPlain());
      expect(copy.toPlain()).toEqual(order.toPlain());
      expect(structuredClone(order.toPlain())).toEqual(order.toPlain());
    },
  ],
];
