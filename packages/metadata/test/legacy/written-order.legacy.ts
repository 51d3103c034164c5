import { action, Entity, entity, field } from '@acurecord/metadata';
import type { ActionMethod, DetailCollection, Link } from '@acurecord/metadata';

@entity('Address')
export class Address extends Entity {
  @field.string() accessor City!: string | null;
}

@entity('Contact')
export class Contact extends Entity {
  @field.link(() => Address) accessor Address!: Link<Address>;
  @field.string() accessor Email!: string | null;
}

@entity('Allocation')
export class Allocation extends Entity {
  @field.decimal() accessor Qty!: number | null;
}

@entity('SalesOrderDetail')
export class SalesOrderDetail extends Entity {
  @field.details(() => Allocation) accessor Allocations!: DetailCollection<Allocation>;
  @field.string() accessor InventoryID!: string | null;
  @field.decimal() accessor OrderQty!: number | null;
}

/** A parent without a declaration of its own, whose members are inherited. */
export abstract class Document extends Entity {
  @field.boolean() accessor Approved!: boolean | null;
  @field.string() accessor CustomerID!: string | null;
  @field.dateTime() accessor Date!: Date | null;
  @field.string() accessor Description!: string | null;
}

@entity('SalesOrder')
export class SalesOrder extends Document {
  declare readonly '~actions'?: { SalesOrderCreateShipment: { ShipmentDate?: Date; WarehouseID?: string } };
  @field.details(() => SalesOrderDetail) accessor Details!: DetailCollection<SalesOrderDetail>;
  @field.int() accessor LineCount!: number | null;
  @field.string() accessor OrderNbr!: string | null;
  @field.decimal() accessor OrderTotal!: number | null;
  @field.string() accessor OrderType!: string | null;
  @field.guid() accessor ProjectGuid!: string | null;
  @field.link(() => Contact) accessor ShipToContact!: Link<Contact>;
  @field.custom('Document', 'String') accessor UsrPriority!: string | null;
  @action('SalesOrderCreateShipment', { ShipmentDate: 'DateTime', WarehouseID: 'String' })
  accessor createShipment!: ActionMethod<{ ShipmentDate?: Date; WarehouseID?: string }>;

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
