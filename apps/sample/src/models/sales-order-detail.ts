import { Entity, entity, field } from 'acurecord';

@entity('SalesOrderDetail')
export class SalesOrderDetail extends Entity {
  @field.string() accessor InventoryID!: string | null;
  @field.string() accessor LineDescription!: string | null;
  @field.decimal() accessor OrderQty!: number | null;
  @field.decimal() accessor UnitPrice!: number | null;
  @field.decimal() accessor Amount!: number | null;
}
