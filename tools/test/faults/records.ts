import { Entity, entity, field } from 'acurecord';
import type { DetailCollection } from 'acurecord';

/** A line of an order. */
@entity('SalesOrderDetail')
export class Line extends Entity {
  @field.string() accessor InventoryID!: string | null;
  @field.decimal() accessor OrderQty!: number | null;
}

/** A form that numbers its records, whatever key it is given. */
@entity('SalesOrder', { keys: ['OrderType', 'OrderNbr'] })
export class Order extends Entity {
  @field.string() accessor OrderType!: string | null;
  @field.string() accessor OrderNbr!: string | null;
  @field.string() accessor CustomerID!: string | null;
  @field.string() accessor CustomerOrder!: string | null;
  @field.string() accessor Description!: string | null;
  @field.string() accessor Status!: string | null;
  @field.details(() => Line) accessor Details!: DetailCollection<Line>;
}

/** A form that keeps the key it is given. */
@entity('Warehouse', { keys: ['WarehouseID'], numbering: 'manual' })
export class Warehouse extends Entity {
  @field.string() accessor WarehouseID!: string | null;
  @field.string() accessor Description!: string | null;
}
