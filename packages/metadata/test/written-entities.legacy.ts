import { Entity, entity, field } from '@acurecord/metadata';
import type { DetailCollection } from '@acurecord/metadata';

@entity('Address')
export class Address extends Entity {
  @field.string() accessor City!: string | null;
  @field.string() accessor Country!: string | null;
}

@entity('Contact')
export class Contact extends Entity {
  @field.link(() => Address) accessor Address!: Address | null | undefined;
  @field.string() accessor Email!: string | null;
}

@entity('SalesOrderDetail')
export class SalesOrderDetail extends Entity {
  @field.string() accessor InventoryID!: string | null;
  @field.decimal() accessor OrderQty!: number | null;
  @field.details(() => Allocation) accessor Allocations!: DetailCollection<Allocation>;
}

@entity('Allocation')
export class Allocation extends Entity {
  @field.decimal() accessor Qty!: number | null;
}

@entity('SalesOrder')
export class SalesOrder extends Entity {
  @field.boolean() accessor Approved!: boolean | null;
  @field.string() accessor CustomerID!: string | null;
  @field.dateTime() accessor Date!: Date | null;
  @field.string() accessor Description!: string | null;
  @field.details(() => SalesOrderDetail) accessor Details!: DetailCollection<SalesOrderDetail>;
  @field.string() accessor OrderNbr!: string | null;
  @field.decimal() accessor OrderTotal!: number | null;
  @field.string() accessor OrderType!: string | null;
  @field.link(() => Contact) accessor ShipToContact!: Contact | null | undefined;
  @field.custom('Document', 'String', 'UsrPriority') accessor Priority!: string | null;

  /** A getter of one's own. */
  get label(): string {
    return `${this.OrderType} ${this.OrderNbr}`;
  }
}
