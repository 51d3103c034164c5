import { anyOf, entity } from 'acurecord';
import type { Query } from 'acurecord';
import { StockItem as GeneratedItem } from '../generated/index.js';

/** Something that is sold from stock. */
@entity('StockItem', { keys: ['InventoryID'] })
export class StockItem extends GeneratedItem {
  /** Active items whose number or description has the text in it. */
  static matching(text: string): Query<StockItem> {
    const active = this.where({ ItemStatus: 'Active' });
    if (text === '') return active;
    return active.where((item) => anyOf([item.InventoryID.contains(text), item.Description.contains(text)]));
  }
}
