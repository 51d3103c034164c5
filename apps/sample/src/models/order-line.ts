import { IsOptional, IsPositive, Max, Min } from 'class-validator';
import { entity, field } from 'acurecord';
import { SalesOrderDetail } from '../generated/index.js';

/** A line of a sales order, with the rules that no endpoint document tells. */
@entity('SalesOrderDetail')
export class OrderLine extends SalesOrderDetail {
  @field.string({ required: true, maxLength: 30 }) override accessor InventoryID: string | null = null;
  @field.string({ maxLength: 256 }) override accessor LineDescription: string | null = null;
  @field.decimal({ rules: [IsPositive({ message: 'Quantity must be more than 0' })] })
  override accessor OrderQty: number | null = null;
  @field.decimal({ rules: [IsOptional(), Min(0, { message: 'Unit price must not be below 0' })] })
  override accessor UnitPrice: number | null = null;
  @field.decimal({
    rules: [
      IsOptional(),
      Min(0, { message: 'Discount must not be below 0 %' }),
      Max(100, { message: 'Discount must not be above 100 %' }),
    ],
  })
  override accessor DiscountPercent: number | null = null;
  @field.string({ maxLength: 30 }) override accessor WarehouseID: string | null = null;
}
