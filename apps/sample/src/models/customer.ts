import { Entity, entity, field } from 'acurecord';

@entity('Customer', { keys: ['CustomerID'] })
export class Customer extends Entity {
  @field.string() accessor CustomerID!: string | null;
  @field.string() accessor CustomerName!: string | null;
  @field.string() accessor CustomerClass!: string | null;
  @field.string() accessor Status!: string | null;
  @field.string() accessor ShippingRule!: string | null;
}
