import type { EditableRecord, StoredRecord } from '../../store/stored-record.js';
import type { RuleWorld } from '../entity-rules.js';
import { amountOf, edit, linkOf, setCustom, sumOf, textOf, toCents } from '../fields.js';

const openOrders = new Set(['Open', 'On Hold', 'Credit Hold', 'Back Order', 'Shipping']);
const openInvoices = new Set(['Open', 'Balanced', 'On Hold']);

/** Computes what a customer owes and may still order from its open documents. */
export function computeBalance(customer: EditableRecord, world: RuleWorld): void {
  const id = textOf(customer, 'CustomerID');
  const orders = world
    .all('SalesOrder')
    .filter((o) => textOf(o, 'CustomerID') === id && openOrders.has(textOf(o, 'Status')));
  const invoices = world
    .all('Invoice')
    .filter((i) => textOf(i, 'Customer') === id && openInvoices.has(textOf(i, 'Status')));
  const released = invoices.filter((invoice) => textOf(invoice, 'Status') === 'Open');
  const payments = world.all('Payment').filter((p) => textOf(p, 'CustomerID') === id && textOf(p, 'Status') === 'Open');
  const credit = sumOf(payments, 'AvailableBalance');
  const balance = toCents(released.reduce((sum, invoice) => sum + signed(invoice), 0) - credit);
  const unreleased = toCents(invoices.reduce((sum, invoice) => sum + signed(invoice), 0) - balance - credit);
  const ordered = toCents(orders.reduce((sum, order) => sum + unbilled(order), 0));
  writeBalance(customer, world, { balance, unreleased, ordered });
}

/** Brings a customer's balance up to date after one of its documents has changed; in the making, that is done last. */
export function refreshBalance(world: RuleWorld, customerId: string): void {
  if (world.unfinished === true) return;
  edit(world, 'Customer', [customerId], (customer) => {
    computeBalance(customer, world);
  });
}

function signed(invoice: StoredRecord): number {
  return amountOf(invoice, 'Balance') * (textOf(invoice, 'Type') === 'Credit Memo' ? -1 : 1);
}

function unbilled(order: StoredRecord): number {
  const totals = order.links.get('Totals');
  return totals === undefined || totals === null ? amountOf(order, 'OrderTotal') : amountOf(totals, 'UnbilledAmount');
}

function writeBalance(
  customer: EditableRecord,
  world: RuleWorld,
  { balance, unreleased, ordered }: { balance: number; unreleased: number; ordered: number },
): void {
  const limit = amountOf(customer, 'CreditLimit');
  const rules = linkOf(world, customer, 'CreditVerificationRules');
  rules.fields.set('CreditLimit', limit);
  rules.fields.set('OpenOrdersBalance', ordered);
  rules.fields.set('UnreleasedBalance', unreleased);
  rules.fields.set('RemainingCreditLimit', toCents(limit - balance - unreleased - ordered));
  setCustom(customer, 'CustomerBalance.Balance', 'Decimal', balance);
}
