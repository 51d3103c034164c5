import { Entity, entity, field } from 'acurecord';
import type { DetailCollection } from 'acurecord';
import { SalesOrderDetail } from './sales-order-detail.js';

@entity('SalesOrder', { keys: ['OrderType', 'OrderNbr'] })
export class SalesOrder extends Entity {
  @field.string() accessor OrderType!: string | null;
  @field.string() accessor OrderNbr!: string | null;
  @field.string() accessor Status!: string | null;
  @field.string() accessor CustomerID!: string | null;
  @field.string() accessor Description!: string | null;
  @field.dateTime() accessor Date!: Date | null;
  @field.decimal() accessor OrderTotal!: number | null;
  @field.details(() => SalesOrderDetail) accessor Details!: DetailCollection<SalesOrderDetail>;
}
