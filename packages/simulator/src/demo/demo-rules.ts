import type { EntityRules, RuleBook } from './entity-rules.js';
import { billRules } from './rules/bill-rules.js';
import { caseRules } from './rules/case-rules.js';
import { contactRules } from './rules/contact-rules.js';
import { customerRules } from './rules/customer-rules.js';
import { customerBalanceRules, inventorySummaryRules } from './rules/inquiry-rules.js';
import { customerClassRules, itemClassRules, stockItemRules, warehouseRules } from './rules/inventory-rules.js';
import { invoiceRules } from './rules/invoice-rules.js';
import { paymentRules } from './rules/payment-rules.js';
import { purchaseOrderRules, vendorRules } from './rules/purchasing-rules.js';
import { salesInvoiceRules } from './rules/sales-invoice-rules.js';
import { salesOrderRules } from './rules/sales-order-rules.js';
import { shipmentRules } from './rules/shipment-rules.js';

const rules: Readonly<Record<string, EntityRules>> = {
  Bill: billRules,
  Case: caseRules,
  Contact: contactRules,
  Customer: customerRules,
  CustomerBalanceInquiry: customerBalanceRules,
  CustomerClass: customerClassRules,
  InventorySummaryInquiry: inventorySummaryRules,
  Invoice: invoiceRules,
  ItemClass: itemClassRules,
  Payment: paymentRules,
  PurchaseOrder: purchaseOrderRules,
  SalesInvoice: salesInvoiceRules,
  SalesOrder: salesOrderRules,
  Shipment: shipmentRules,
  StockItem: stockItemRules,
  Vendor: vendorRules,
  Warehouse: warehouseRules,
};

/** How the forms of the demo company behave. */
export const demoRules: RuleBook = new Map(Object.entries(rules));
