import type { Case } from './entity-case.js';

/** What an entity sends. */
export const savingCases: readonly Case[] = [
  [
    'sends nothing when nothing has changed',
    async ({ load }) => {
      const { order, client } = await load();
      await order.save();
      expect(client.calls.map(({ verb }) => verb)).toEqual(['get']);
    },
  ],

  [
    'is clean after a save and keeps its instances',
    async ({ load }) => {
      const { order } = await load();
      const line = order.Details.at(0);
      if (line) line.OrderQty = 10;
      await order.save();
      expect([order.isDirty, order.Details.at(0) === line, line?.OrderQty]).toEqual([false, true, 10]);
    },
  ],

  [
    'asks for the parts that it sends',
    async ({ load }) => {
      const { order, client } = await load();
      if (order.ShipToContact?.Address) order.ShipToContact.Address.City = 'Köln';
      order.Details.add({ InventoryID: 'NEW', Allocations: [{ Qty: 1 }] });
      order.UsrPriority = 'High';
      await order.save();
      expect(client.calls.at(-1)?.request.params).toEqual({
        $expand: 'Details,Details/Allocations,ShipToContact,ShipToContact/Address',
        $custom: 'Document.UsrPriority',
      });
    },
  ],

  [
    'may be sent twice only where no row would be inserted twice',
    async ({ load, open }) => {
      const { order, client } = await load();
      const isRepeatable = async (record: typeof order): Promise<unknown> => {
        await record.save();
        return client.calls.at(-1)?.request.idempotent;
      };
      if (order.ShipToContact) order.ShipToContact.Email = 'new@b.example';
      for (const line of order.Details) line.OrderQty = 7;
      expect(await isRepeatable(order)).toBe(true);
      order.Details.add({ InventoryID: 'NEW' });
      expect(await isRepeatable(order)).toBe(false);
      const made = (init: object): typeof order => open().using(client).build(init);
      expect(await isRepeatable(made({ id: 'x', Description: 'x' }))).toBe(true);
      expect(await isRepeatable(made({ OrderType: 'SO', Description: 'x' }))).toBe(false);
      expect(await isRepeatable(made({ id: 'x', Details: [{ id: 'z' }] }))).toBe(false);
    },
  ],

  [
    'refuses to save a part alone',
    async ({ load }) => {
      const { order } = await load();
      const line = order.Details.at(0);
      await expect(line?.save()).rejects.toThrow('Details[0] is part of another record');
      await expect(line?.delete()).rejects.toThrow('cannot be deleted alone');
      await expect(line?.reload()).rejects.toThrow('cannot be reloaded alone');
    },
  ],
];
