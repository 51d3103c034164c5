import type { EntityDeclaration } from '../../schema/declare-entity.js';

/** Vendors and what is bought from them. */
export const purchasingEntities: Record<string, EntityDeclaration> = {
  Bill: {
    form: 'Bills and Adjustments (AP301000)',
    keys: 'Type ReferenceNbr',
    members: `Amount:Decimal Applications*BillApplicationDetail ApprovedForPayment:Boolean Balance:Decimal BranchID
      CashAccount CurrencyID Date:DateTime Description Details*BillDetail DueDate:DateTime Hold:Boolean LocationID
      PostPeriod Project ReferenceNbr Status TaxDetails*BillTaxDetail TaxTotal:Decimal Terms Type Vendor VendorRef
      IsTaxValid:Boolean LastModifiedDateTime:DateTime`,
    actions: 'ReleaseBill ReverseBill',
    custom: 'Document.UsrScannedBy:String',
  },
  BillApplicationDetail: { members: 'AmountPaid:Decimal Balance:Decimal DocType ReferenceNbr Status' },
  BillDetail: {
    members: `Account Amount:Decimal Branch Description ExtendedCost:Decimal InventoryID POLine:Int POOrderNbr POOrderType
      Project ProjectTask Qty:Decimal Subaccount TaxCategory TransactionDescription UnitCost:Decimal UOM`,
  },
  BillTaxDetail: { members: 'TaxableAmount:Decimal TaxAmount:Decimal TaxID TaxRate:Decimal' },
  PurchaseOrder: {
    form: 'Purchase Orders (PO301000)',
    keys: 'Type OrderNbr',
    members: `BaseCurrencyID Branch ControlTotal:Decimal CurrencyID Date:DateTime Description
      Details*PurchaseOrderDetail Hold:Boolean IsTaxValid:Boolean LastModifiedDateTime:DateTime LineTotal:Decimal
      Location OrderNbr OrderTotal:Decimal Owner Project PromisedOn:DateTime Status TaxTotal:Decimal Terms Type VendorID
      VendorRef VendorTaxZone`,
  },
  PurchaseOrderDetail: {
    members: `Account AlternateID BranchID Cancelled:Boolean Completed:Boolean Description ExtendedCost:Decimal InventoryID
      LineDescription LineNbr:Int LineType OrderNbr OrderQty:Decimal OrderType Promised:DateTime QtyOnReceipts:Decimal
      ReceivedAmount:Decimal Requested:DateTime TaxCategory UnitCost:Decimal UOM WarehouseID`,
  },
  Vendor: {
    form: 'Vendors (AP303000)',
    keys: 'VendorID',
    members: `AccountRef APAccount Attributes*AttributeValue CashAccount Contacts*CustomerContact
      CreatedDateTime:DateTime CurrencyID LastModifiedDateTime:DateTime LeadTimedays:Short LegalName LocationName
      MainContact>Contact PaymentMethod PrimaryContact>Contact RemittanceContact>Contact ShipVia Status
      TaxRegistrationID TaxZone Terms VendorClass VendorID VendorName Warehouse`,
    actions: 'CreateContactFromVendor(FirstName,LastName,JobTitle,Phone1Type,Phone1,Email,ContactClass)',
  },
};
