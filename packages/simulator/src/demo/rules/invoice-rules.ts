import type { EditableRecord, StoredRecord } from '../../store/stored-record.js';
import { invoiceTypes } from '../drop-downs.js';
import type { EntityRules, RuleWorld } from '../entity-rules.js';
import { freeEntity, freeRows } from '../entity-rules.js';
import { addDays, addRow, amountOf, edit, linkOf, rowsOf, setFields, sumOf, textOf, toCents } from '../fields.js';
import { refreshBalance } from './customer-balance.js';
import { invoiceStatus, releaseAction, salesTax } from './invoice-status.js';
import { daysUntilDue, taxRateOf } from './terms.js';

const customerOf = (invoice: StoredRecord, world: RuleWorld): StoredRecord | undefined =>
  world.find('Customer', textOf(invoice, 'Customer'));

/** Computes lines, tax, totals, due date and status. */
export function computeInvoice(invoice: EditableRecord, world: RuleWorld): void {
  const lines = rowsOf(invoice, 'Details');
  for (const line of lines) {
    const extended = toCents(amountOf(line, 'Qty') * amountOf(line, 'UnitPrice'));
    setFields(line, { ExtendedPrice: extended, Amount: toCents(extended - amountOf(line, 'DiscountAmount')) });
  }
  const customer = customerOf(invoice, world);
  const tax = salesTax(lines, customer);
  const amount = toCents(sumOf(lines, 'Amount') + tax);
  const date = textOf(invoice, 'Date') || world.businessDate;
  setFields(invoice, {
    TaxTotal: tax,
    IsTaxValid: true,
    Amount: amount,
    Balance: toCents(amount - sumOf(rowsOf(invoice, 'ApplicationsDefault'), 'AmountPaid')),
    PostPeriod: `${date.slice(5, 7)}${date.slice(0, 4)}`,
    DueDate: textOf(invoice, 'DueDate') || addDays(date, daysUntilDue(textOf(invoice, 'Terms'))),
  });
  invoice.fields.set('Status', invoiceStatus(invoice));
  computeTaxRow(invoice, world, customer, tax);
  if (customer === undefined) return;
  const contact = customer.links.get('MainContact');
  if (contact)
    setFields(linkOf(world, invoice, 'BillToContact'), {
      BusinessName: textOf(contact, 'CompanyName'),
      Email: textOf(contact, 'Email'),
    });
}

function computeTaxRow(
  invoice: EditableRecord,
  world: RuleWorld,
  customer: StoredRecord | undefined,
  tax: number,
): void {
  const zone = customer === undefined ? '' : textOf(customer, 'TaxZone');
  invoice.details.set('TaxDetails', tax === 0 ? [] : rowsOf(invoice, 'TaxDetails').slice(0, 1));
  if (tax === 0) return;
  const taxable = rowsOf(invoice, 'Details').filter((line) => textOf(line, 'TaxCategory') === 'TAXABLE');
  const row = rowsOf(invoice, 'TaxDetails')[0] ?? addRow(world, invoice, 'TaxDetails', {});
  setFields(row, { TaxID: zone, TaxRate: taxRateOf(zone), TaxableAmount: sumOf(taxable, 'Amount'), TaxAmount: tax });
}

/** Invoices and memos: lines give the amount, payments the balance. */
export const invoiceRules: EntityRules = {
  ...freeEntity,
  autoNumber: { field: 'ReferenceNbr', prefix: 'AR', digits: 6, always: true },
  required: { Type: 'Type', Customer: 'Customer' },
  defaults: {
    Type: 'Invoice',
    Status: 'Balanced',
    Hold: false,
    BillingPrinted: false,
    Date: (_invoice, world) => world.businessDate,
    LocationID: 'MAIN',
    LinkBranch: 'MAIN',
    LinkARAccount: '11000',
    Project: 'X',
    Terms: (invoice, world) => customerOf(invoice, world)?.fields.get('Terms') ?? '30D',
  },
  references: { Customer: { entity: 'Customer', label: 'Customer' } },
  calculated: [
    'Amount',
    'Balance',
    'CreatedDateTime',
    'IsTaxValid',
    'LastModifiedDateTime',
    'PostPeriod',
    'Status',
    'TaxTotal',
  ],
  choices: { Type: { ...invoiceTypes, 'Overdue Charge': 'FCH' } },
  rows: {
    Details: {
      ...freeRows,
      references: { InventoryID: { entity: 'StockItem', label: 'Inventory ID' } },
      defaults: {
        Qty: 1,
        DiscountAmount: 0,
        Account: '40000',
        Subaccount: '000000',
        Branch: 'MAIN',
        TransactionDescription: (line, world) =>
          world.find('StockItem', textOf(line, 'InventoryID'))?.fields.get('Description') ?? null,
        UnitPrice: (line, world) =>
          world.find('StockItem', textOf(line, 'InventoryID'))?.fields.get('DefaultPrice') ?? 0,
        UOM: (line, world) => world.find('StockItem', textOf(line, 'InventoryID'))?.fields.get('SalesUOM') ?? null,
        TaxCategory: (line, world) =>
          world.find('StockItem', textOf(line, 'InventoryID'))?.fields.get('TaxCategory') ?? null,
      },
      calculated: ['Amount', 'ExtendedPrice', 'LastModifiedDateTime'],
    },
  },
  recalculate: computeInvoice,
  settle: (invoice, world) => {
    edit(world, 'SalesInvoice', [textOf(invoice, 'Type'), textOf(invoice, 'ReferenceNbr')], (twin) => {
      const [amount, balance] = [amountOf(invoice, 'Amount'), amountOf(invoice, 'Balance')];
      setFields(twin, { Status: textOf(invoice, 'Status'), Balance: balance, PaymentTotal: toCents(amount - balance) });
    });
    refreshBalance(world, textOf(invoice, 'Customer'));
  },
  locked: (invoice) =>
    ['Open', 'Closed', 'Voided'].includes(textOf(invoice, 'Status'))
      ? `${textOf(invoice, 'Type')} ${textOf(invoice, 'ReferenceNbr')} cannot be changed: it is released.`
      : undefined,
  undeletable: (invoice) =>
    ['Open', 'Closed'].includes(textOf(invoice, 'Status'))
      ? `${textOf(invoice, 'Type')} ${textOf(invoice, 'ReferenceNbr')} cannot be deleted: it is released.`
      : undefined,
  actions: {
    ReleaseInvoice: releaseAction,
    Release: releaseAction,
    PutOnHold: { from: ['Balanced'], long: false, run: (invoice) => setFields(invoice, { Hold: true }) },
    ReleaseFromHold: { from: ['On Hold'], long: false, run: (invoice) => setFields(invoice, { Hold: false }) },
  },
};
