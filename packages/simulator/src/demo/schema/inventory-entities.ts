import type { EntityDeclaration } from '../../schema/declare-entity.js';

/** Goods, their classes and the places they lie in. */
export const inventoryEntities: Record<string, EntityDeclaration> = {
  InventoryItemCrossReference: { members: 'AlternateID AlternateType Description Subitem VendorOrCustomer UOM' },
  InventoryItemUOMConversion: { members: 'ConversionFactor:Decimal FromUOM MultiplyOrDivide ToUOM' },
  ItemClass: {
    form: 'Item Classes (IN201000)',
    keys: 'ClassID',
    members: `BaseUOM ClassID DefaultWarehouseID Description ItemType LastModifiedDateTime:DateTime PostingClass
      PurchaseUOM SalesUOM StockItem:Boolean TaxCategoryID ValuationMethod`,
  },
  StockItem: {
    form: 'Stock Items (IN202500)',
    keys: 'InventoryID',
    members: `ABCCode Attributes*AttributeValue AverageCost:Decimal BaseUOM Content CountryOfOrigin
      CrossReferences*InventoryItemCrossReference CurrentStdCost:Decimal DefaultPrice:Decimal DefaultWarehouseID
      Description DimensionVolume:Decimal DimensionWeight:Decimal ImageUrl InventoryID IsAKit:Boolean ItemClass
      ItemStatus ItemType LastCost:Decimal LastModified:DateTime LastModifiedDateTime:DateTime MSRP:Decimal
      PostingClass PriceClass PurchaseUOM SalesUOM TaxCategory UOMConversions*InventoryItemUOMConversion
      ValuationMethod VendorDetails*StockItemVendorDetail WarehouseDetails*StockItemWarehouseDetail WeightUOM
      NoteID:Guid`,
    actions: 'UpdateStandardCostStockItem',
    custom: 'Item.DescrTranslations:String ItemSettings.UsrShelfLifeDays:Int Answers.AttributeCOLOR:String',
  },
  StockItemVendorDetail: {
    members: `Active:Boolean CurrencyID Default:Boolean LastVendorPrice:Decimal LeadTimeDays:Short PurchaseUnit
      RecordID:Int VendorID VendorName Warehouse`,
  },
  StockItemWarehouseDetail: {
    members: `DefaultIssueLocationID DefaultReceiptLocationID IsDefault:Boolean PreferredVendor QtyOnHand:Decimal
      Status WarehouseID`,
  },
  Warehouse: {
    form: 'Warehouses (IN204000)',
    keys: 'WarehouseID',
    members: `Active:Boolean Description DropShipLocationID LastModifiedDateTime:DateTime Locations*WarehouseLocation
      ReceivingLocationID RMALocationID ShippingLocationID WarehouseID`,
  },
  WarehouseLocation: {
    members: `Active:Boolean Description LocationID PickPriority:Short ReceiptsAllowed:Boolean SalesAllowed:Boolean
      TransfersAllowed:Boolean`,
  },
};
