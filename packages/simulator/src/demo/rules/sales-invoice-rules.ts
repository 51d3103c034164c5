import { cloneRecord } from '../../store/clone-record.js';
import { createRecord } from '../../store/stored-record.js';
import type { EditableRecord, StoredRecord } from '../../store/stored-record.js';
import { invoiceTypes } from '../drop-downs.js';
import type { EntityRules, RuleWorld } from '../entity-rules.js';
import { freeEntity, freeRows } from '../entity-rules.js';
import { addDays, addRow, amountOf, linkOf, rowsOf, setFields, sumOf, textOf, toCents } from '../fields.js';
import { billShipments } from './bill-shipments.js';
import { refreshBalance } from './customer-balance.js';
import { invoiceStatus, releaseAction, salesTax } from './invoice-status.js';
import { daysUntilDue } from './terms.js';

/** Computes lines, totals, due date and status of an invoice for shipped goods. */
export function computeSalesInvoice(invoice: EditableRecord, world: RuleWorld): void {
  const customer = world.find('Customer', textOf(invoice, 'CustomerID'));
  const lines = rowsOf(invoice, 'Details');
  for (const line of lines)
    line.fields.set(
      'Amount',
      toCents(amountOf(line, 'Qty') * amountOf(line, 'UnitPrice') - amountOf(line, 'DiscountAmount')),
    );
  const total = sumOf(lines, 'Amount');
  const tax = salesTax(lines, customer);
  const amount = toCents(total + tax);
  const terms = customer === undefined ? '' : textOf(customer, 'Terms');
  setFields(invoice, {
    DetailTotal: total,
    DiscountTotal: sumOf(lines, 'DiscountAmount'),
    TaxTotal: tax,
    Amount: amount,
    Balance: toCents(amount - amountOf(invoice, 'PaymentTotal')),
    DueDate: textOf(invoice, 'DueDate') || addDays(textOf(invoice, 'Date') || world.businessDate, daysUntilDue(terms)),
  });
  invoice.fields.set('Status', invoiceStatus(invoice));
  showTax(invoice, customer, tax);
}

/** An id of the row's own, made from the invoice's: the dice of a company in the making are thrown for nothing else. */
const taxRowId = ({ id }: StoredRecord): string => [...id.slice(0, 8)].reverse().join('') + id.slice(8);

/** One row for the tax of the customer's zone, where there is any. */
function showTax(invoice: EditableRecord, customer: StoredRecord | undefined, tax: number): void {
  const [known] = rowsOf(invoice, 'TaxDetails');
  if (tax === 0) {
    invoice.details.set('TaxDetails', []);
    return;
  }
  const taxable = rowsOf(invoice, 'Details').filter((line) => textOf(line, 'TaxCategory') === 'TAXABLE');
  const row = known ?? createRecord(taxRowId(invoice));
  invoice.details.set('TaxDetails', [row]);
  const TaxID = customer === undefined ? null : textOf(customer, 'TaxZone');
  setFields(row, { TaxID, TaxableAmount: sumOf(taxable, 'Amount'), TaxAmount: tax });
}

/** The same document as the form of all invoices shows it: made, or brought up to date. */
export function mirrorSalesInvoice(source: StoredRecord, world: RuleWorld): void {
  const known = world.find('Invoice', textOf(source, 'Type'), textOf(source, 'ReferenceNbr'));
  const invoice = known === undefined ? world.create() : cloneRecord(known);
  invoice.note ??= '';
  setFields(invoice, sharedFields(source));
  setFields(invoice, {
    LinkARAccount: '11000',
    LinkBranch: 'MAIN',
    LocationID: 'MAIN',
    IsTaxValid: true,
    BillingPrinted: false,
  });
  const customer = world.find('Customer', textOf(source, 'CustomerID'));
  invoice.fields.set('Terms', (customer && textOf(customer, 'Terms')) ?? '30D');
  const contact = source.links.get('BillToContact');
  if (contact !== undefined && contact !== null)
    setFields(linkOf(world, invoice, 'BillToContact'), Object.fromEntries(contact.fields));
  if (known === undefined) copyLines(source, invoice, world);
  world.save('Invoice', invoice);
}

function sharedFields(source: StoredRecord): Record<string, string | number | boolean | null> {
  const date = textOf(source, 'Date');
  return {
    Type: textOf(source, 'Type'),
    ReferenceNbr: textOf(source, 'ReferenceNbr'),
    Status: textOf(source, 'Status'),
    Hold: source.fields.get('Hold') === true,
    Customer: textOf(source, 'CustomerID'),
    CustomerOrder: textOf(source, 'CustomerOrder') || null,
    Date: date,
    PostPeriod: `${date.slice(5, 7)}${date.slice(0, 4)}`,
    Description: textOf(source, 'Description') || null,
    DueDate: textOf(source, 'DueDate'),
    Project: textOf(source, 'Project') || null,
    Amount: amountOf(source, 'Amount'),
    Balance: amountOf(source, 'Balance'),
    TaxTotal: amountOf(source, 'TaxTotal'),
    CreatedDateTime: textOf(source, 'CreatedDate'),
    LastModifiedDateTime: textOf(source, 'LastModifiedDateTime'),
  };
}

function copyLines(source: StoredRecord, invoice: EditableRecord, world: RuleWorld): void {
  for (const line of rowsOf(source, 'Details'))
    addRow(world, invoice, 'Details', {
      LineNbr: amountOf(line, 'LineNbr'),
      InventoryID: textOf(line, 'InventoryID') || null,
      TransactionDescription: textOf(line, 'TransactionDescr') || null,
      Qty: amountOf(line, 'Qty'),
      UOM: textOf(line, 'UOM') || null,
      UnitPrice: amountOf(line, 'UnitPrice'),
      ExtendedPrice: toCents(amountOf(line, 'Qty') * amountOf(line, 'UnitPrice')),
      DiscountAmount: amountOf(line, 'DiscountAmount'),
      Amount: amountOf(line, 'Amount'),
      TaxCategory: textOf(line, 'TaxCategory') || null,
      Account: '40000',
      Subaccount: '000000',
      Branch: 'MAIN',
    });
}

/** Invoices for shipped goods; each is shown by the form of all invoices too. */
export const salesInvoiceRules: EntityRules = {
  ...freeEntity,
  autoNumber: { field: 'ReferenceNbr', prefix: 'INV', digits: 6, always: true },
  required: { Type: 'Type', CustomerID: 'Customer' },
  defaults: {
    Type: 'Invoice',
    Status: 'Balanced',
    Hold: false,
    CreditHold: false,
    Currency: 'USD',
    Date: (_invoice, world) => world.businessDate,
    CashDiscount: 0,
    FreightPrice: 0,
    PaymentTotal: 0,
  },
  references: { CustomerID: { entity: 'Customer', label: 'Customer' } },
  calculated: [
    'Amount',
    'Balance',
    'CreatedDate',
    'DetailTotal',
    'DiscountTotal',
    'LastModifiedDateTime',
    'PaymentTotal',
    'Status',
    'TaxTotal',
  ],
  choices: { Type: invoiceTypes },
  rows: {
    Details: {
      ...freeRows,
      required: { InventoryID: 'Inventory ID' },
      references: { InventoryID: { entity: 'StockItem', label: 'Inventory ID' } },
      defaults: {
        Qty: 0,
        DiscountAmount: 0,
        UOM: (line, world) => world.find('StockItem', textOf(line, 'InventoryID'))?.fields.get('SalesUOM') ?? 'EA',
        UnitPrice: (line, world) =>
          world.find('StockItem', textOf(line, 'InventoryID'))?.fields.get('DefaultPrice') ?? 0,
        TransactionDescr: (line, world) =>
          world.find('StockItem', textOf(line, 'InventoryID'))?.fields.get('Description') ?? null,
        BranchID: 'MAIN',
        Account: '40000',
      },
      calculated: ['Amount'],
    },
  },
  complete: billShipments,
  recalculate: computeSalesInvoice,
  settle: (invoice, world) => {
    mirrorSalesInvoice(invoice, world);
    refreshBalance(world, textOf(invoice, 'CustomerID'));
  },
  locked: (invoice) =>
    ['Open', 'Closed', 'Voided'].includes(textOf(invoice, 'Status'))
      ? `Invoice ${textOf(invoice, 'ReferenceNbr')} cannot be changed: it is released.`
      : undefined,
  undeletable: (invoice) =>
    ['Open', 'Closed'].includes(textOf(invoice, 'Status'))
      ? `Invoice ${textOf(invoice, 'ReferenceNbr')} cannot be deleted: it is released.`
      : undefined,
  actions: { ReleaseSalesInvoice: releaseAction, Release: releaseAction },
};
