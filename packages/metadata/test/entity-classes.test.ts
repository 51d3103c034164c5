import { defineEntity } from '@acurecord/metadata';
import { describeEntityClass, orderRow, orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { OrderClass, OrderUnderTest } from '@acurecord/metadata/testing';
import { SalesOrder } from './written-order.js';
import { SalesOrder as DefinedOrder } from './defined-order.js';
import { SalesOrder as LegacyOrder } from './legacy/written-order.legacy.js';

describeEntityClass('made at run time', () => defineEntity<OrderUnderTest>(orderSchema, 'SalesOrder'));
describeEntityClass('written with standard decorators', () => SalesOrder);
describeEntityClass('written with experimental decorators', () => LegacyOrder);

describeEntityClass('written with defineFields', () => DefinedOrder as unknown as OrderClass);

describe.each([
  ['with standard decorators', SalesOrder],
  ['with experimental decorators', LegacyOrder],
  ['with defineFields', DefinedOrder as unknown as typeof SalesOrder],
])('a class written %s', (_mode, Order) => {
  const client = scriptedClient(() => orderRow());

  it('keeps getters, methods and fields of its own', async () => {
    const order = await Order.using(client).find('SO', '000123');
    expect([order.label, order.visits, order.visit(), order.visits]).toEqual(['SO 000123', 0, 1, 1]);
    expect(order).toBeInstanceOf(Order);
  });

  it('can be extended, and its members declared anew', async () => {
    class Special extends Order {
      get isLarge(): boolean {
        return (this.OrderTotal ?? 0) > 100;
      }
    }
    const order = await Special.using(client).find('SO', '000123');
    expect([order.isLarge, order.Description, order instanceof Order]).toEqual([true, null, true]);
    expect(client.calls.at(-1)?.request.entity).toBe('SalesOrder');
  });

  it('calls its actions', async () => {
    const order = await Order.using(client).find('SO', '000123');
    await order.createShipment({ WarehouseID: 'MAIN' });
    expect(client.calls.at(-1)).toEqual({
      verb: 'invoke',
      request: {
        entity: 'SalesOrder',
        action: 'SalesOrderCreateShipment',
        invocation: { entity: { id: order.id }, parameters: { WarehouseID: { value: 'MAIN' } } },
        options: {},
      },
    });
    await expect(order.invoke('SalesOrderCreateShipment', { Warehouse: 'MAIN' } as never)).rejects.toThrow(
      'Did you mean WarehouseID?',
    );
  });
});
