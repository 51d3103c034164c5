import { Entity, entity, field } from '@acurecord/metadata';
import type { DetailCollection, Link } from '@acurecord/metadata';

@entity('Contact')
export class Contact extends Entity {
  @field.link(() => Address) accessor Address!: Link<Address>;
  @field.string({ maxLength: 60 }) accessor Email!: string | null;
  @field.string() accessor DisplayName!: string | null;
}

@entity('Address')
export class Address extends Entity {
  @field.string() accessor City!: string | null;
  @field.string() accessor Country!: string | null;
}

@entity('Customer')
export class Customer extends Entity {
  @field.decimal() accessor CreditLimit!: number | null;
  @field.string() accessor CustomerClass!: string | null;
  @field.string() accessor CustomerID!: string | null;
  @field.string({ required: true }) accessor CustomerName!: string | null;
  @field.string() accessor Email!: string | null;
  @field.dateTime() accessor LastModifiedDateTime!: Date | null;
  @field.link(() => Contact) accessor MainContact!: Link<Contact>;
  @field.string({ oneOf: ['Active', 'Inactive', 'On Hold', 'Credit Hold', 'One-Time'] }) accessor Status!:
    string | null;
}

@entity('SalesOrderDetail')
export class SalesOrderDetail extends Entity {
  @field.decimal() accessor Amount!: number | null;
  @field.decimal() accessor ExtendedPrice!: number | null;
  @field.string() accessor InventoryID!: string | null;
  @field.string() accessor LineDescription!: string | null;
  @field.int() accessor LineNbr!: number | null;
  @field.decimal() accessor OrderQty!: number | null;
  @field.decimal() accessor UnitPrice!: number | null;
}

@entity('SalesOrder')
export class SalesOrder extends Entity {
  @field.string() accessor CustomerID!: string | null;
  @field.dateTime() accessor Date!: Date | null;
  @field.string() accessor Description!: string | null;
  @field.details(() => SalesOrderDetail) accessor Details!: DetailCollection<SalesOrderDetail>;
  @field.boolean() accessor Hold!: boolean | null;
  @field.string() accessor OrderNbr!: string | null;
  @field.decimal() accessor OrderTotal!: number | null;
  @field.string() accessor OrderType!: string | null;
  @field.string() accessor Status!: string | null;
}
