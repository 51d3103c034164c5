import { itemStatuses } from '../../demo/drop-downs.js';
import { codeOf, defineTable, isDeleted, rowsIn, textOf, toMany, toOne } from './define-table.js';

/** Stock items. */
export const items = defineTable('PX.Objects.IN.InventoryItem', {
  title: 'Inventory Item',
  entity: 'StockItem',
  keepsDeleted: true,
  keys: 'InventoryID',
  columns: `InventoryID:Int InventoryCD[10] Descr ItemStatus ItemClassID BaseUnit BasePrice:Decimal StkItem:Boolean
    LastModifiedDateTime:DateTime DeletedDatabaseRecord:Boolean NoteID:Guid NoteText!`,
  navigation: { INSiteStatusCollection: toMany('PX_Objects_IN_INSiteStatus', { InventoryID: 'InventoryID' }) },
  rows: (source) =>
    source
      .table('StockItem')
      .all()
      .map((record, at) => ({
        InventoryID: at + 1,
        InventoryCD: record.fields.get('InventoryID'),
        Descr: textOf(source, record, 'Description'),
        ItemStatus: codeOf(itemStatuses, record.fields.get('ItemStatus'), 'AC'),
        ItemClassID: record.fields.get('ItemClass'),
        BaseUnit: record.fields.get('BaseUOM'),
        BasePrice: record.fields.get('DefaultPrice'),
        StkItem: true,
        LastModifiedDateTime: record.fields.get('LastModifiedDateTime') ?? record.fields.get('LastModified'),
        DeletedDatabaseRecord: isDeleted(source, record),
        NoteID: record.id,
      })),
});

/** What lies where. */
export const stock = defineTable('PX.Objects.IN.INSiteStatus', {
  title: 'IN Site Status',
  keys: 'InventoryID SiteID',
  columns: 'InventoryID:Int SiteID QtyOnHand:Decimal Active:Boolean',
  navigation: { InventoryItemByInventoryID: toOne('PX_Objects_IN_InventoryItem', { InventoryID: 'InventoryID' }) },
  rows: (source) =>
    source
      .table('StockItem')
      .all()
      .flatMap((item, at) =>
        rowsIn(item, 'WarehouseDetails').map(({ fields }) => ({
          InventoryID: at + 1,
          SiteID: fields.get('WarehouseID'),
          QtyOnHand: fields.get('QtyOnHand'),
          Active: true,
        })),
      ),
});
