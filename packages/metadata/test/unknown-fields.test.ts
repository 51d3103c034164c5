import { F, parseFilter, raw } from '@acurecord/odata';
import type { ConditionInput } from '@acurecord/odata';
import { defineEntity } from '@acurecord/metadata';
import { orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { OrderUnderTest } from '@acurecord/metadata/testing';

const Order = defineEntity<OrderUnderTest>(orderSchema, 'SalesOrder');

describe('a filter on a field that the class does not have', () => {
  it.each<[string, ConditionInput<OrderUnderTest>]>([
    ['values', { OrderTotall: 5 } as never],
    ['F', F('OrderTotall').gt(5)],
    ['F in a function', () => F('OrderTotall').gt(5)],
    ['a parsed text', parseFilter('OrderTotall gt 5')],
    ['a parsed text with good parts', parseFilter("CustomerID eq 'A' or not (OrderTotall gt 5)")],
    ['a link', F.ShipToContact.Address.Citty.eq('Paris')],
  ])('is refused before anything is sent, given as %s', async (_, condition) => {
    const client = scriptedClient(() => []);
    const ask = async (): Promise<unknown> => Order.using(client).where(condition).toArray();
    await expect(ask()).rejects.toThrow(/has no member "(OrderTotall|Citty)"\. Did you mean (OrderTotal|City)/);
    expect(client.calls).toEqual([]);
  });

  it('goes out as raw text', async () => {
    const client = scriptedClient(() => []);
    await Order.using(client).where(raw('OrderTotall gt 5')).toArray();
    expect(client.calls[0]?.request.params).toMatchObject({ $filter: 'OrderTotall gt 5' });
  });
});
