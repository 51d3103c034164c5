import { Entity, entity, field } from 'acurecord';

@entity('StockItem', { keys: ['InventoryID'] })
export class StockItem extends Entity {
  @field.string() accessor InventoryID!: string | null;
  @field.string() accessor Description!: string | null;
}
