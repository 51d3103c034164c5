import type { EntityModel } from '../schema/schema-model.js';

/** Entities whose records have no note until one is written. */
const noteless = new Set([
  'Account',
  'AccountGroup',
  'Activity',
  'BillOfMaterial',
  'Case',
  'Contact',
  'Employee',
  'Lead',
  'ProjectBudget',
  'StockItem',
  'TimeEntry',
]);

/** Entities whose records have an empty note from the first PUT on. */
const noted = new Set([
  'Bill',
  'Customer',
  'Invoice',
  'Payment',
  'Project',
  'PurchaseOrder',
  'PurchaseReceipt',
  'SalesInvoice',
  'SalesOrder',
  'Shipment',
]);

/** Forms of payroll, and those that process records of others: `PR301000`, `SM507000`. */
const notelessForm = /^(PR|..5)/;

/** The note of a record that a PUT has written and that has no text: `''` for an empty one, `null` for none. */
export function emptyNote({ name, isInquiry, screenId = '' }: EntityModel): '' | null {
  if (noted.has(name)) return '';
  return noteless.has(name) || isInquiry || notelessForm.test(screenId) ? null : '';
}
