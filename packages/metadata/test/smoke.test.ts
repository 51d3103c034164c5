import { inspect } from 'node:util';
import { SalesOrder } from './written-entities';
import { SalesOrder as LegacyOrder } from './written-entities.legacy';
import { scriptedClient } from './scripted-gateway';

describe.each([
  ['standard', SalesOrder],
  ['legacy', LegacyOrder as unknown as typeof SalesOrder],
])('%s', (_n, Order) => {
  it('works', async () => {
    const row = {
      id: 'x',
      rowNumber: 1,
      note: { value: '' },
      OrderType: { value: 'SO' },
      OrderNbr: { value: '1' },
      OrderTotal: { value: 1.5 },
      Description: {},
      Date: { value: '2023-12-14T00:00:00+00:00' },
      Details: [
        { id: 'd1', InventoryID: { value: 'A' }, OrderQty: { value: 1 } },
        { id: 'd2', InventoryID: { value: 'B' } },
      ],
      ShipToContact: { id: 'c', Email: { value: 'a@b' }, Address: { City: { value: 'X' } } },
      custom: {},
    };
    const client = scriptedClient(({ verb, request }) =>
      verb === 'put'
        ? {
            ...row,
            ...(request.row as object),
            Details: [
              { id: 'd1', OrderQty: { value: 5 } },
              { id: 'd3', InventoryID: { value: 'NEW' }, OrderQty: { value: 1 } },
            ],
          }
        : row,
    );
    const order = await Order.using(client).find('SO', '1', { expand: ['Details', 'ShipToContact.Address'] });
    expect(client.calls[0]).toMatchObject({
      verb: 'get',
      request: {
        entity: 'SalesOrder',
        address: { keys: ['SO', '1'] },
        params: { $expand: 'Details,ShipToContact,ShipToContact/Address' },
      },
    });
    expect(order.label).toBe('SO 1');
    expect(order.Description).toBeNull();
    expect(order.CustomerID).toBeUndefined();
    expect(order.Date).toEqual(new Date('2023-12-14T00:00:00Z'));
    expect(order.Details.length).toBe(2);
    expect(order.isDirty).toBe(false);
    order.OrderTotal = 1.5;
    expect(order.isDirty).toBe(false);
    const line = order.Details.at(0)!;
    line.OrderQty = 5;
    order.Details.remove(order.Details.at(1)!);
    const added = order.Details.add({ InventoryID: 'NEW', OrderQty: 1 });
    order.ShipToContact!.Address!.City = 'Y';
    order.note = 'hello';
    order.Priority = 'High';
    expect(order.toWire()).toEqual({
      id: 'x',
      note: { value: 'hello' },
      Details: [
        { id: 'd1', OrderQty: { value: 5 } },
        { InventoryID: { value: 'NEW' }, OrderQty: { value: 1 } },
        { id: 'd2', delete: true },
      ],
      ShipToContact: { Address: { City: { value: 'Y' } } },
      custom: { Document: { UsrPriority: { type: 'CustomStringField', value: 'High' } } },
    });
    expect(order.changes).toEqual({
      note: 'hello',
      Details: [
        { id: 'd1', OrderQty: 5 },
        { InventoryID: 'NEW', OrderQty: 1 },
        { id: 'd2', delete: true },
      ],
      ShipToContact: { Address: { City: 'Y' } },
      custom: { Document: { UsrPriority: 'High' } },
    });
    const saving = order.save();
    await Promise.resolve();
    await Promise.resolve();
    order.Description = 'later';
    await saving;
    expect(client.calls[1]?.request).toMatchObject({
      params: { $expand: 'Details,ShipToContact,ShipToContact/Address', $custom: 'Document.UsrPriority' },
    });
    expect(added.id).toBe('d3');
    expect(order.Details.at(0)).toBe(line);
    expect(order.Details.at(1)).toBe(added);
    expect(order.changes).toEqual({ Description: 'later' });
    await order.save();
    await order.save();
    expect(client.calls.length).toBe(3);
    expect(client.calls[2]?.request.row).toEqual({ id: 'x', Description: { value: 'later' } });
    expect(inspect(order)).toMatch(/^SalesOrder/);
    order.Description = 'z';
    order.Details.at(0)!.OrderQty = 9;
    order.revert();
    expect(order.isDirty).toBe(false);
    expect(order.Details.at(0)!.OrderQty).toBe(5);
    expect(
      Order.where((o) => o.OrderTotal.gt(5).and(o.ShipToContact.Address.City.eq('x')))
        .take(2)
        .compile().url,
    ).toMatch('');
    const fresh = new Order({ OrderType: 'SO', Details: [{ InventoryID: 'A' }] });
    expect(fresh.toWire()).toEqual({ OrderType: { value: 'SO' }, Details: [{ InventoryID: { value: 'A' } }] });
    expect(() => new Order({ OrderTyp: 'SO' })).toThrow('Did you mean OrderType');
    console.log(
      Order.where((o) => o.OrderTotal.gt(5).and(o.ShipToContact.Address.City.eq('x')))
        .take(2)
        .explain(),
      order,
    );
  });
});
