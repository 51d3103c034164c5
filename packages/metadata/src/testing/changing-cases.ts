import type { Case } from './entity-case.js';

/** How an entity follows changes. */
export const changingCases: readonly Case[] = [
  [
    'sends what has changed and what identifies the record, nothing else',
    async ({ load }) => {
      const { order } = await load();
      order.OrderTotal = 300;
      order.Description = 'New';
      order.CustomerID = null;
      order.Date = new Date('2024-01-02T00:00:00Z');
      expect(order.toWire()).toEqual({
        id: order.id,
        CustomerID: { value: null },
        Date: { value: '2024-01-02T00:00:00+00:00' },
        Description: { value: 'New' },
        OrderTotal: { value: 300 },
      });
      expect(order.changes).toEqual({
        CustomerID: null,
        Date: new Date('2024-01-02T00:00:00Z'),
        Description: 'New',
        OrderTotal: 300,
      });
    },
  ],

  [
    'takes the same value for no change',
    async ({ load }) => {
      const { order } = await load();
      order.OrderTotal = 280;
      order.Description = null;
      order.Date = new Date('2023-12-14T00:00:00Z');
      order.OrderNbr = 'x';
      order.OrderNbr = '000123';
      order.UsrPriority = 'Low';
      for (const line of order.Details) line.OrderQty = line.OrderQty;
      expect([order.isDirty, order.changes]).toEqual([false, {}]);
    },
  ],

  [
    'follows changes in links, rows, the note and custom fields',
    async ({ load }) => {
      const { order } = await load();
      if (order.ShipToContact?.Address) order.ShipToContact.Address.City = 'Köln';
      const [first, second] = order.Details.toArray();
      if (first) first.OrderQty = 10;
      if (second) order.Details.remove(second);
      order.Details.add({ InventoryID: 'NEW', Allocations: [{ Qty: 2 }] });
      order.note = 'Call first';
      order.UsrPriority = 'High';
      order.setCustom('Document', 'UsrCount', 4, 'Int');
      expect(order.toWire()).toEqual({
        id: order.id,
        note: { value: 'Call first' },
        Details: [
          { id: 'a', OrderQty: { value: 10 } },
          { InventoryID: { value: 'NEW' }, Allocations: [{ Qty: { value: 2 } }] },
          { id: 'b', delete: true },
        ],
        ShipToContact: { Address: { City: { value: 'Köln' } } },
        custom: {
          Document: {
            UsrPriority: { type: 'CustomStringField', value: 'High' },
            UsrCount: { type: 'CustomIntField', value: 4 },
          },
        },
      });
    },
  ],

  [
    'reverts to what the server said, and its parts with it',
    async ({ load }) => {
      const { order } = await load();
      const before = order.toPlain();
      const line = order.Details.at(0);
      order.OrderTotal = 1;
      if (line) line.OrderQty = 99;
      order.Details.remove(order.Details.at(1) ?? order.Details.add({}));
      order.ShipToContact = { Email: 'new@b.example' } as never;
      order.setCustom('Document', 'UsrPriority', 'High');
      order.revert();
      expect([order.isDirty, order.toPlain(), line?.OrderQty]).toEqual([false, before, 1]);
    },
  ],

  [
    'reverts one row',
    async ({ load }) => {
      const { order } = await load();
      const [first, second] = order.Details.toArray();
      if (first && second) [first.OrderQty, second.OrderQty] = [10, 20];
      first?.revert();
      expect(order.changes).toEqual({ Details: [{ id: 'b', OrderQty: 20 }] });
    },
  ],

  [
    'takes back a change that is set to undefined',
    async ({ load }) => {
      const { order } = await load();
      order.OrderTotal = 5;
      order.OrderTotal = undefined as never;
      order.note = 'Call first';
      order.note = undefined;
      expect([order.OrderTotal, order.note, order.isDirty]).toEqual([280, '', false]);
    },
  ],

  [
    'refuses values that no server could be told',
    async ({ load }) => {
      const { order } = await load();
      expect(() => (order.OrderTotal = Number.NaN)).toThrow('OrderTotal');
      expect(() => (order.Date = new Date('nonsense'))).toThrow('Date');
      expect(order.isDirty).toBe(false);
    },
  ],

  [
    'is copied with its changes, and the copy lives a life of its own',
    async ({ load }) => {
      const { order } = await load();
      order.OrderTotal = 5;
      const copy = order.clone();
      const line = copy.Details.at(0);
      if (line) line.OrderQty = 9;
      copy.Description = 'Copy';
      order.CustomerID = 'OTHER';
      expect(order.changes).toEqual({ OrderTotal: 5, CustomerID: 'OTHER' });
      expect(copy.changes).toEqual({ OrderTotal: 5, Description: 'Copy', Details: [{ id: 'a', OrderQty: 9 }] });
      expect(copy.client).toBe(order.client);
    },
  ],

  [
    'replaces rows by a list, keeping those that it names',
    async ({ load }) => {
      const { order } = await load();
      order.Details = [{ id: 'c', OrderQty: 7 }, { InventoryID: 'NEW' }] as never;
      expect(order.changes.Details).toEqual([
        { id: 'c', OrderQty: 7 },
        { InventoryID: 'NEW' },
        { id: 'a', delete: true },
        { id: 'b', delete: true },
      ]);
    },
  ],
];
