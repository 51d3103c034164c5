import type { EntityRules, Reference, RuleBook } from '../demo/entity-rules.js';
import { freeEntity, freeRows } from '../demo/entity-rules.js';

const customer: Reference = { entity: 'Customer', label: 'Customer' };
const vendor: Reference = { entity: 'Vendor', label: 'Vendor' };
const project: Reference = { entity: 'Project', label: 'Project', width: 10 };

const numbered = (field: string, rules: Partial<EntityRules>): EntityRules => ({
  ...freeEntity,
  autoNumber: { field, prefix: '', digits: 6, always: false },
  ...rules,
});

/**
 * What is true of the ERP's own documents wherever they appear, and no more: a type when none is given, a number, and
 * a customer or vendor that exists. For endpoint documents that are served with generated data.
 */
export const documentRules: RuleBook = new Map(
  Object.entries({
    Bill: numbered('ReferenceNbr', {
      defaults: { Type: 'Bill' },
      references: { Vendor: vendor },
      rows: { Details: { ...freeRows, references: { Project: project } } },
    }),
    Employee: {
      ...freeEntity,
      autoNumber: { field: 'EmployeeID', prefix: 'EP', digits: 8, always: true },
    },
    Invoice: numbered('ReferenceNbr', { defaults: { Type: 'Invoice' }, references: { Customer: customer } }),
    JournalTransaction: numbered('BatchNbr', { defaults: { Module: 'GL' } }),
    Payment: numbered('ReferenceNbr', { defaults: { Type: 'Payment' }, references: { CustomerID: customer } }),
    PurchaseOrder: numbered('OrderNbr', { defaults: { Type: 'Normal' }, references: { VendorID: vendor } }),
    PurchaseReceipt: numbered('ReceiptNbr', { defaults: { Type: 'Receipt' }, references: { VendorID: vendor } }),
    SalesInvoice: numbered('ReferenceNbr', { defaults: { Type: 'Invoice' }, references: { CustomerID: customer } }),
    SalesOrder: numbered('OrderNbr', {
      defaults: { OrderType: 'SO', Status: 'Open' },
      required: { CustomerID: 'Customer' },
      references: { CustomerID: customer },
    }),
    Shipment: numbered('ShipmentNbr', { references: { CustomerID: customer } }),
  }),
);
