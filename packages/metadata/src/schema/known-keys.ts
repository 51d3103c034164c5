/**
 * Key fields of well-known entities, in the order of their forms. No endpoint document has them. The first part was seen
 * in URLs or keyed writes of real servers; the second follows from the keys of the forms.
 */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  Account: ['AccountCD'],
  BillOfMaterial: ['BOMID', 'Revision'],
  Bill: ['Type', 'ReferenceNbr'],
  BusinessAccount: ['BusinessAccountID'],
  CashAccount: ['CashAccountCD'],
  Customer: ['CustomerID'],
  CustomerClass: ['ClassID'],
  InventoryIssue: ['ReferenceNbr'],
  ItemClass: ['ClassID'],
  KitSpecification: ['KitInventoryID', 'RevisionID'],
  Ledger: ['LedgerID'],
  Opportunity: ['OpportunityID'],
  Payment: ['Type', 'ReferenceNbr'],
  PaymentMethod: ['PaymentMethodID'],
  ProFormaInvoice: ['RefNbr'],
  Project: ['ProjectID'],
  ProjectTask: ['ProjectID', 'ProjectTaskID'],
  SalesInvoice: ['Type', 'ReferenceNbr'],
  SalesOrder: ['OrderType', 'OrderNbr'],
  Shipment: ['ShipmentNbr'],
  StockItem: ['InventoryID'],
  Subaccount: ['SubaccountCD'],
  TaxCategory: ['TaxCategoryID'],
  UnitsOfMeasure: ['UnitID'],
  Vendor: ['VendorID'],
  VendorClass: ['VendorClassID'],
  Warehouse: ['WarehouseID'],

  Appointment: ['ServiceOrderType', 'AppointmentNbr'],
  Case: ['CaseID'],
  Check: ['Type', 'ReferenceNbr'],
  Contact: ['ContactID'],
  Employee: ['EmployeeID'],
  InventoryAdjustment: ['ReferenceNbr'],
  InventoryReceipt: ['ReferenceNbr'],
  Invoice: ['Type', 'ReferenceNbr'],
  JournalTransaction: ['Module', 'BatchNbr'],
  NonStockItem: ['InventoryID'],
  PurchaseOrder: ['Type', 'OrderNbr'],
  PurchaseReceipt: ['Type', 'ReceiptNbr'],
  ServiceOrder: ['ServiceOrderType', 'ServiceOrderNbr'],
  TransferOrder: ['ReferenceNbr'],
};

/** Key fields of a well-known entity; undefined for one that is in no catalogue. */
export function knownKeys(entity: string): readonly string[] | undefined {
  return Object.hasOwn(KEYS, entity) ? KEYS[entity] : undefined;
}
