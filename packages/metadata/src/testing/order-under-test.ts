import type { DefinedClass } from '../declare/defined-class.js';
import type { DetailCollection } from '../record/detail-collection.js';
import type { Entity } from '../entity/entity.js';
import type { EndpointSchema, EntitySchema, MemberSchema } from '../schema/endpoint-schema.js';
import type { WireRow } from '../wire/wire-row.js';

/** Address of a contact. */
export interface AddressUnderTest extends Entity {
  City: string | null;
}

/** Contact of an order. */
export interface ContactUnderTest extends Entity {
  Address: AddressUnderTest | null;
  Email: string | null;
}

/** Allocation of a line. */
export interface AllocationUnderTest extends Entity {
  Qty: number | null;
}

/** Line of an order. */
export interface LineUnderTest extends Entity {
  Allocations: DetailCollection<AllocationUnderTest>;
  InventoryID: string | null;
  OrderQty: number | null;
}

/** The order that every kind of entity class must be able to be. */
export interface OrderUnderTest extends Entity {
  Approved: boolean | null;
  CustomerID: string | null;
  Date: Date | null;
  Description: string | null;
  Details: DetailCollection<LineUnderTest>;
  LineCount: number | null;
  OrderNbr: string | null;
  OrderTotal: number | null;
  OrderType: string | null;
  ProjectGuid: string | null;
  ShipToContact: ContactUnderTest | null;
  /** `custom.Document.UsrPriority` */
  UsrPriority: string | null;
}

/** A class of such orders. */
export type OrderClass = DefinedClass<OrderUnderTest>;

const value = (type: string): MemberSchema => ({ kind: 'field', type });
const details = (entity: string): MemberSchema => ({ kind: 'details', entity });
const link = (entity: string): MemberSchema => ({ kind: 'link', entity });

function entity(name: string, members: EntitySchema['members'], topLevel = false): EntitySchema {
  return { name, topLevel, members, actions: {} };
}

/** An endpoint with just that order. */
export const orderSchema: EndpointSchema = {
  endpoint: 'Default',
  version: '24.200.001',
  contract: 4,
  entities: {
    Address: entity('Address', { City: value('String') }),
    Contact: entity('Contact', { Address: link('Address'), Email: value('String') }),
    Allocation: entity('Allocation', { Qty: value('Decimal') }),
    SalesOrderDetail: entity('SalesOrderDetail', {
      Allocations: details('Allocation'),
      InventoryID: value('String'),
      OrderQty: value('Decimal'),
    }),
    SalesOrder: {
      ...entity(
        'SalesOrder',
        {
          Approved: value('Boolean'),
          CustomerID: value('String'),
          Date: value('DateTime'),
          Description: value('String'),
          Details: details('SalesOrderDetail'),
          LineCount: value('Int'),
          OrderNbr: value('String'),
          OrderTotal: value('Decimal'),
          OrderType: value('String'),
          ProjectGuid: value('Guid'),
          ShipToContact: link('Contact'),
          UsrPriority: { kind: 'field', type: 'String', custom: { view: 'Document', field: 'UsrPriority' } },
        },
        true,
      ),
      actions: { SalesOrderCreateShipment: { parameters: { ShipmentDate: 'DateTime', WarehouseID: 'String' } } },
    },
  },
};

/** A row as a server sends it, with lines, a contact and a custom field. */
export function orderRow(): WireRow {
  return {
    id: '13582ef4-ba9a-ee11-8359-0690322d016b',
    rowNumber: 1,
    note: { value: '' },
    Approved: { value: false },
    CustomerID: { value: 'ABARTENDE' },
    Date: { value: '2023-12-14T00:00:00+00:00' },
    Description: {},
    Details: [line('a', 'AALEGO500', 1), line('b', 'CONGRILL', 2), line('c', 'AACOMPUT01', 3)],
    LineCount: { value: 3 },
    OrderNbr: { value: '000123' },
    OrderTotal: { value: 280 },
    OrderType: { value: 'SO' },
    ProjectGuid: { value: 'c3c6f3a8-4e4f-ee11-8359-0690322d016b' },
    ShipToContact: {
      id: 'contact',
      Email: { value: 'a@b.example' },
      Address: { id: 'address', City: { value: 'Bonn' } },
    },
    custom: { Document: { UsrPriority: { type: 'CustomStringField', value: 'Low' } } },
  };
}

function line(id: string, inventoryId: string, quantity: number): WireRow {
  return {
    id,
    rowNumber: 1,
    note: null,
    InventoryID: { value: inventoryId },
    OrderQty: { value: quantity },
    custom: {},
  };
}
