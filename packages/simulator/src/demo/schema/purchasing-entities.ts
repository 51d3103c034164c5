import type { EntityDeclaration } from '../../schema/declare-entity.js';

/** Vendors and what is bought from them. */
export const purchasingEntities: Record<string, EntityDeclaration> = {
  PurchaseOrder: {
    form: 'Purchase Orders (PO301000)',
    keys: 'Type OrderNbr',
    members: `BaseCurrencyID Branch ControlTotal:Decimal CurrencyID Date:DateTime Description
      Details*PurchaseOrderDetail Hold:Boolean IsTaxValid:Boolean LastModifiedDateTime:DateTime LineTotal:Decimal
      Location OrderNbr OrderTotal:Decimal Owner Project PromisedOn:DateTime Status TaxTotal:Decimal Terms Type VendorID
      VendorRef VendorTaxZone`,
  },
  PurchaseOrderDetail: {
    members: `Account BranchID Cancelled:Boolean Completed:Boolean Description ExtendedCost:Decimal InventoryID
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
