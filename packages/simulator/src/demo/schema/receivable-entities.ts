import type { EntityDeclaration } from '../../schema/declare-entity.js';

/** What customers owe and pay. */
export const receivableEntities: Record<string, EntityDeclaration> = {
  Invoice: {
    form: 'Invoices and Memos (AR301000)',
    keys: 'Type ReferenceNbr',
    members: `Amount:Decimal ApplicationsDefault*InvoiceApplicationsDefault Balance:Decimal BillingPrinted:Boolean
      BillToContact>DocContact CreatedDateTime:DateTime Customer CustomerOrder Date:DateTime Description
      Details*InvoiceDetail DueDate:DateTime Hold:Boolean LastModifiedDateTime:DateTime LinkARAccount LinkBranch
      LocationID PostPeriod Project ReferenceNbr Status TaxDetails*InvoiceTaxDetail IsTaxValid:Boolean TaxTotal:Decimal
      Terms Type`,
    actions: 'ReleaseInvoice',
    custom: 'Document.UsrApprovedBy:String CurrentDocument.CuryDocBal:Decimal',
  },
  InvoiceApplicationsDefault: {
    members:
      'AmountPaid:Decimal Balance:Decimal CashDiscountTaken:Decimal DocType PaymentDate:DateTime ReferenceNbr Status',
  },
  InvoiceDetail: {
    members: `Account Amount:Decimal Branch DiscountAmount:Decimal ExtendedPrice:Decimal InventoryID
      LastModifiedDateTime:DateTime LineNbr:Int ProjectTask Qty:Decimal Subaccount TransactionDescription
      UnitPrice:Decimal UOM TaxCategory`,
  },
  InvoiceTaxDetail: { members: 'TaxableAmount:Decimal TaxAmount:Decimal TaxID TaxRate:Decimal' },
  Payment: {
    form: 'Payments and Applications (AR302000)',
    keys: 'Type ReferenceNbr',
    members: `ApplicationDate:DateTime ApplicationHistory*PaymentApplicationHistoryDetail AppliedToDocuments:Decimal
      Branch CashAccount CurrencyID CustomerID Description DocumentsToApply*PaymentDetail Hold:Boolean
      OrdersToApply*PaymentOrderDetail PaymentAmount:Decimal PaymentMethod PaymentRef ReferenceNbr Status Type
      LastModifiedDateTime:DateTime ExternalRef NoteID:Guid AvailableBalance:Decimal AppliedToOrders:Decimal`,
    actions: 'ReleasePayment VoidPayment CaptureCreditCardPayment',
    custom: 'Document.UsrBankReference:String',
  },
  PaymentApplicationHistoryDetail: {
    members: `AdjustedDocType AdjustedRefNbr AdjustmentNbr:Int AmountPaid:Decimal Balance:Decimal
      CashDiscountTaken:Decimal Customer Date:DateTime DisplayDocType DisplayRefNbr DueDate:DateTime`,
  },
  PaymentDetail: {
    members: `AmountPaid:Decimal BalanceWriteOff:Decimal CashDiscountTaken:Decimal CustomerOrder Description
      DocLineNbr:Int DocType ReferenceNbr WriteOffReasonCode`,
  },
  PaymentOrderDetail: { members: 'AppliedToOrder:Decimal OrderNbr OrderType' },
  SalesInvoice: {
    form: 'Invoices (SO303000)',
    keys: 'Type ReferenceNbr',
    members: `Amount:Decimal Balance:Decimal CashDiscount:Decimal CreditHold:Boolean Currency CustomerID CustomerOrder
      Date:DateTime Description Details*SalesInvoiceDetail DetailTotal:Decimal DiscountTotal:Decimal DueDate:DateTime
      TaxDetails*SalesInvoiceTaxDetail FreightDetails*SalesInvoiceFreightDetail FreightPrice:Decimal Hold:Boolean LastModifiedDateTime:DateTime
      PaymentTotal:Decimal Project ReferenceNbr Status TaxTotal:Decimal Type BillToAddress>Address
      BillToContact>DocContact CreatedDate:DateTime ExternalRef`,
    actions: 'ReleaseSalesInvoice',
  },
  SalesInvoiceDetail: {
    members: `Account Amount:Decimal BranchID Description DiscountAmount:Decimal InventoryID LineNbr:Int OrderLineNbr:Int
      OrderNbr OrderType Qty:Decimal ShipmentNbr TaxCategory TransactionDescr UnitPrice:Decimal UOM WarehouseID`,
  },
  SalesInvoiceTaxDetail: { members: 'TaxableAmount:Decimal TaxAmount:Decimal TaxID' },
  SalesInvoiceFreightDetail: {
    members: 'Description FreightAmount:Decimal LineTotal:Decimal ShipmentNbr ShipmentType TotalFreightAmount:Decimal',
  },
};
