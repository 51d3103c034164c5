import { action, defineFields, field } from '@acurecord/metadata';

/** The order of `written-order.ts`, without decorators. */
export class Address extends defineFields('Address', { City: field.string() }) {}

export class Contact extends defineFields('Contact', {
  Address: field.link(() => Address),
  Email: field.string(),
}) {}

export class Allocation extends defineFields('Allocation', { Qty: field.decimal() }) {}

export class SalesOrderDetail extends defineFields('SalesOrderDetail', {
  Allocations: field.details(() => Allocation),
  InventoryID: field.string(),
  OrderQty: field.decimal(),
}) {}

export class SalesOrder extends defineFields('SalesOrder', {
  Approved: field.boolean(),
  CustomerID: field.string(),
  Date: field.dateTime(),
  Description: field.string(),
  Details: field.details(() => SalesOrderDetail),
  LineCount: field.int(),
  OrderType: field.string({ key: true }),
  OrderNbr: field.string({ key: true }),
  OrderTotal: field.decimal(),
  ProjectGuid: field.guid(),
  ShipToContact: field.link(() => Contact),
  UsrPriority: field.custom('Document', 'String'),
  createShipment: action('SalesOrderCreateShipment', { ShipmentDate: 'DateTime', WarehouseID: 'String' }),
}) {
  /** A field of one's own, which the ERP knows nothing of. */
  visits = 0;

  /** A getter of one's own. */
  get label(): string {
    return `${this.OrderType} ${this.OrderNbr}`;
  }

  /** A method of one's own. */
  visit(): number {
    return (this.visits += 1);
  }
}
