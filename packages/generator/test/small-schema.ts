import type { EndpointSchema, EntitySchema } from '@acurecord/metadata';

/** An entity for a test: what is not given is empty. */
export function entitySchema(name: string, given: Partial<EntitySchema> = {}): EntitySchema {
  return { name, topLevel: true, members: {}, actions: {}, ...given };
}

/** An endpoint of these entities. */
export function endpointSchema(...entities: readonly EntitySchema[]): EndpointSchema {
  const table = Object.fromEntries(entities.map((entity) => [entity.name, entity]));
  return { endpoint: 'Default', version: '24.200.001', contract: 4, entities: table };
}

/** A small shop: two documents that share an address, one of them with rows of its own. */
export const shop = endpointSchema(
  entitySchema('Customer', {
    title: 'Customers',
    screenId: 'AR303000',
    members: {
      CustomerID: { kind: 'field', type: 'String' },
      CreditLimit: { kind: 'field', type: 'Decimal' },
      MainAddress: { kind: 'link', entity: 'Address' },
      UsrColor: { kind: 'field', type: 'String', custom: { view: 'BAccount', field: 'UsrColor' } },
    },
  }),
  entitySchema('SalesOrder', {
    title: 'Sales Orders',
    screenId: 'SO301000',
    members: {
      OrderType: { kind: 'field', type: 'String' },
      OrderNbr: { kind: 'field', type: 'String' },
      Date: { kind: 'field', type: 'DateTime' },
      Status: { kind: 'field', type: 'String' },
      Details: { kind: 'details', entity: 'SalesOrderDetail' },
      ShipTo: { kind: 'link', entity: 'Address' },
    },
    actions: {
      CancelSalesOrder: { parameters: {} },
      SalesOrderCreateShipment: { parameters: { ShipmentDate: 'DateTime', WarehouseID: 'String' } },
    },
  }),
  entitySchema('SalesOrderDetail', {
    topLevel: false,
    members: {
      OrderQty: { kind: 'field', type: 'Decimal' },
      Allocations: { kind: 'details', entity: 'Allocation' },
    },
  }),
  entitySchema('Allocation', { topLevel: false, members: { Qty: { kind: 'field', type: 'Decimal' } } }),
  entitySchema('Address', { topLevel: false, members: { City: { kind: 'field', type: 'String' } } }),
);
