import type { EntityDeclaration } from '../../schema/declare-entity.js';

/** Orders and what leaves the house for them. */
export const salesEntities: Record<string, EntityDeclaration> = {
  FinancialSettings: {
    members: `BillSeparately:Boolean Branch CashDiscountDate:DateTime CustomerTaxZone DueDate:DateTime
      InvoiceDate:DateTime InvoiceNbr Owner PostPeriod Terms`,
  },
  SalesOrder: {
    form: 'Sales Orders (SO301000)',
    keys: 'OrderType OrderNbr',
    members: `Approved:Boolean BaseCurrencyID BillToAddress>Address BillToAddressOverride:Boolean
      BillToContact>DocContact BillToContactOverride:Boolean Branch CashAccount ContactID ControlTotal:Decimal
      CreditHold:Boolean CurrencyID CurrencyRate:Decimal CustomerID CustomerOrder Date:DateTime Description
      DestinationWarehouseID Details*SalesOrderDetail EffectiveDate:DateTime ExternalRef
      FinancialSettings>FinancialSettings Hold:Boolean IsTaxValid:Boolean LastModified:DateTime LocationID
      OrderedQty:Decimal OrderNbr OrderTotal:Decimal OrderType PaymentMethod Payments*SalesOrderPayment
      PreferredWarehouseID Project RequestedOn:DateTime Shipments*SalesOrderShipment ShippingSettings>ShippingSettings
      ShipToAddress>Address ShipToAddressOverride:Boolean ShipToContact>DocContact ShipToContactOverride:Boolean
      ShipVia Status TaxDetails*TaxDetail TaxTotal:Decimal Totals>Totals NoteID:Guid CreatedDate:DateTime`,
    actions: `CancelSalesOrder ReopenSalesOrder PrepareSalesInvoice OpenSalesOrder ReleaseFromCreditHoldSalesOrder
      SalesOrderCreateShipment(ShipmentDate:DateTime,WarehouseID) AutoRecalculateDiscounts
      RecalculatePricesDiscounts(OverrideManualPrices:Boolean,RecalcUnitPrices:Boolean)`,
    custom: `Document.AttributePRIORITY:String Document.UsrDeliveryNote:String Document.UsrPromisedOn:DateTime
      CurrentDocument.TaxZoneID:String`,
  },
  SalesOrderDetail: {
    members: `Account Allocations*SalesOrderDetailAllocation AlternateID Amount:Decimal AverageCost:Decimal Branch
      Completed:Boolean DiscountAmount:Decimal DiscountCode DiscountedUnitPrice:Decimal DiscountPercent:Decimal
      ExtendedPrice:Decimal FreeItem:Boolean InventoryID InvoiceNbr LastModifiedDate LineDescription LineNbr:Int
      LineType Location ManualDiscount:Boolean OpenQty:Decimal Operation OrderQty:Decimal QtyOnShipments:Decimal
      ReasonCode RequestedOn:DateTime ShipOn:DateTime ShippingRule TaxCategory UnbilledAmount:Decimal UnitCost:Decimal
      UnitPrice:Decimal UOM WarehouseID ManualPrice:Boolean NoteID:Guid`,
    custom: 'Transactions.UsrEngraving:String',
  },
  SalesOrderDetailAllocation: {
    members: `Allocated:Boolean AllocWarehouseID Completed:Boolean InventoryID LineNbr:Int LocationID LotSerialNbr
      OrderNbr OrderType Qty:Decimal QtyOnShipments:Decimal ShipOn:DateTime SplitLineNbr:Int UOM`,
  },
  SalesOrderPayment: {
    members: `ApplicationDate:DateTime AppliedToOrder:Decimal Balance:Decimal CashAccount Currency Description DocType
      PaymentAmount:Decimal PaymentMethod PaymentRef ReferenceNbr Status TransferredtoInvoice:Decimal`,
  },
  SalesOrderShipment: {
    members: `InventoryDocType InventoryRefNbr InvoiceNbr InvoiceType ShipmentDate:DateTime ShipmentNbr ShipmentType
      ShippedQty:Decimal ShippedVolume:Decimal ShippedWeight:Decimal Status`,
  },
  Shipment: {
    form: 'Shipments (SO302000)',
    keys: 'ShipmentNbr',
    members: `ControlQty:Decimal CreatedDateTime:DateTime CustomerID Details*ShipmentDetail Description FreightCost:Decimal
      FreightPrice:Decimal Hold:Boolean LastModifiedDateTime:DateTime LocationID Operation Orders*ShipmentOrderDetail
      PackageCount:Int Packages*ShipmentPackage PackageWeight:Decimal ShipmentDate:DateTime ShipmentNbr
      ShippedQty:Decimal ShippedVolume:Decimal ShippedWeight:Decimal ShippingTerms ShipVia Status Type WarehouseID
      NoteID:Guid`,
    actions: 'ConfirmShipment CorrectShipment UpdateIN PrepareInvoice',
  },
  ShipmentDetail: {
    members: `Description FreeItem:Boolean InventoryID LineNbr:Int LocationID LotSerialNbr OpenQty:Decimal
      OrderedQty:Decimal OrderLineNbr:Int OrderNbr OrderType ReasonCode ShippedQty:Decimal UOM WarehouseID`,
  },
  ShipmentOrderDetail: {
    members: `InventoryDocType InventoryRefNbr InvoiceNbr InvoiceType OrderNbr OrderType ShipmentNbr ShipmentType
      ShippedQty:Decimal ShippedVolume:Decimal ShippedWeight:Decimal`,
  },
  ShipmentPackage: {
    members:
      'BoxID Confirmed:Boolean DeclaredValue:Decimal Description TrackingNbr Type UOM Weight:Decimal LineNbr:Int',
  },
  ShippingSettings: {
    members: `CancelByDate:DateTime FOBPoint FreightCost:Decimal FreightPrice:Decimal OrderVolume:Decimal
      OrderWeight:Decimal PreferredWarehouseID Priority:Short ScheduledShipmentDate:DateTime ShippingRule ShippingTerms
      ShippingZone ShipSeparately:Boolean ShipVia`,
  },
  TaxDetail: {
    members: `CustomerTaxZone LineNbr:Int OrderNbr OrderType RecordID:Int TaxableAmount:Decimal TaxAmount:Decimal TaxID
      TaxRate:Decimal TaxType`,
  },
  Totals: {
    members: `DiscountTotal:Decimal LineTotalAmount:Decimal MiscTotalAmount:Decimal TaxTotal:Decimal
      UnbilledAmount:Decimal UnbilledQty:Decimal UnpaidBalance:Decimal Freight:Decimal OrderVolume:Decimal
      OrderWeight:Decimal`,
  },
};
