import { itemStatuses } from '../drop-downs.js';
import type { EntityRules } from '../entity-rules.js';
import { freeEntity, freeRows } from '../entity-rules.js';
import { amountOf, rowsOf, textOf } from '../fields.js';

/** Goods: class gives the defaults; what was ordered cannot be deleted. */
export const stockItemRules: EntityRules = {
  ...freeEntity,
  required: { InventoryID: 'Inventory ID', ItemClass: 'Item Class' },
  defaults: {
    ItemClass: 'GLASSWARE',
    ItemStatus: 'Active',
    ItemType: 'Finished Good',
    BaseUOM: (item, world) => world.find('ItemClass', textOf(item, 'ItemClass'))?.fields.get('BaseUOM') ?? 'EA',
    SalesUOM: (item) => textOf(item, 'BaseUOM'),
    PurchaseUOM: (item) => textOf(item, 'BaseUOM'),
    TaxCategory: (item, world) =>
      world.find('ItemClass', textOf(item, 'ItemClass'))?.fields.get('TaxCategoryID') ?? null,
    PostingClass: (item, world) =>
      world.find('ItemClass', textOf(item, 'ItemClass'))?.fields.get('PostingClass') ?? null,
    ValuationMethod: 'Average',
    DefaultWarehouseID: 'MAIN',
    DefaultPrice: 0,
    AverageCost: 0,
    LastCost: 0,
    CurrentStdCost: 0,
    MSRP: 0,
    DimensionWeight: 0,
    DimensionVolume: 0,
    IsAKit: false,
    WeightUOM: 'LB',
    NoteID: (item) => item.id,
  },
  references: {
    ItemClass: { entity: 'ItemClass', label: 'Item Class' },
    DefaultWarehouseID: { entity: 'Warehouse', label: 'Default Warehouse' },
  },
  calculated: ['AverageCost', 'LastCost', 'LastModified', 'LastModifiedDateTime', 'NoteID'],
  choices: {
    ItemStatus: itemStatuses,
    ValuationMethod: { Average: 'A', FIFO: 'F', Specific: 'S', Standard: 'T' },
  },
  rows: {
    WarehouseDetails: {
      ...freeRows,
      required: { WarehouseID: 'Warehouse' },
      references: { WarehouseID: { entity: 'Warehouse', label: 'Warehouse' } },
      defaults: { Status: 'Active', QtyOnHand: 0, IsDefault: false },
      calculated: ['QtyOnHand'],
    },
    VendorDetails: {
      ...freeRows,
      required: { VendorID: 'Vendor' },
      references: { VendorID: { entity: 'Vendor', label: 'Vendor' } },
      defaults: { Active: true, CurrencyID: 'USD', Default: false },
    },
  },
  undeletable: (item, world) => {
    const id = textOf(item, 'InventoryID');
    const isOrdered = world
      .all('SalesOrder')
      .some((order) => rowsOf(order, 'Details').some((line) => textOf(line, 'InventoryID') === id));
    const isInStock = rowsOf(item, 'WarehouseDetails').some((row) => amountOf(row, 'QtyOnHand') > 0);
    return isOrdered || isInStock ? `Inventory item '${id}' cannot be deleted because it is in use.` : undefined;
  },
  actions: {
    UpdateStandardCostStockItem: {
      long: false,
      run: (item) => {
        item.fields.set('CurrentStdCost', amountOf(item, 'LastCost'));
      },
    },
  },
};

/** Warehouses: kept while anything lies in them. */
export const warehouseRules: EntityRules = {
  ...freeEntity,
  required: { WarehouseID: 'Warehouse ID', Description: 'Description' },
  defaults: { Active: true },
  rows: {
    Locations: {
      ...freeRows,
      required: { LocationID: 'Location ID' },
      defaults: { Active: true, SalesAllowed: true, ReceiptsAllowed: true, TransfersAllowed: true, PickPriority: 1 },
    },
  },
  calculated: ['LastModifiedDateTime'],
  undeletable: (warehouse, world) => {
    const id = textOf(warehouse, 'WarehouseID');
    const isUsed = world
      .all('StockItem')
      .some((item) => rowsOf(item, 'WarehouseDetails').some((row) => textOf(row, 'WarehouseID') === id));
    return isUsed ? `Warehouse '${id}' cannot be deleted because stock items use it.` : undefined;
  },
};

/** Item classes and customer classes: kept while anything belongs to them. */
export const itemClassRules: EntityRules = {
  ...freeEntity,
  required: { ClassID: 'Class ID' },
  defaults: { BaseUOM: 'EA', SalesUOM: 'EA', PurchaseUOM: 'EA', StockItem: true, ItemType: 'Finished Good' },
  calculated: ['LastModifiedDateTime'],
  undeletable: (itemClass, world) => {
    const id = textOf(itemClass, 'ClassID');
    const isUsed = world.all('StockItem').some((item) => textOf(item, 'ItemClass') === id);
    return isUsed ? `Item class '${id}' cannot be deleted because stock items belong to it.` : undefined;
  },
};

export const customerClassRules: EntityRules = {
  ...freeEntity,
  required: { ClassID: 'Class ID' },
  defaults: { CurrencyID: 'USD', Terms: '30D', CreditLimit: 0, StatementType: 'Open Item', Country: 'US' },
  calculated: ['LastModifiedDateTime'],
  undeletable: (customerClass, world) => {
    const id = textOf(customerClass, 'ClassID');
    const isUsed = world.all('Customer').some((customer) => textOf(customer, 'CustomerClass') === id);
    return isUsed ? `Customer class '${id}' cannot be deleted because customers belong to it.` : undefined;
  },
};
