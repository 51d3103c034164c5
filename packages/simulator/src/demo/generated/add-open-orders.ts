import { cloneRecord } from '../../store/clone-record.js';
import type { StoredRecord } from '../../store/stored-record.js';
import { amountOf, textOf, toCents } from '../fields.js';

/** Customers whose open orders are these as well: what they may still order is less. */
export function* addOpenOrders(
  customers: Iterable<StoredRecord>,
  orders: Iterable<StoredRecord>,
): Generator<StoredRecord, void, undefined> {
  const ordered = new Map<string, number>();
  for (const order of orders) {
    const status = textOf(order, 'Status');
    if (status !== 'Open' && status !== 'On Hold') continue;
    const id = textOf(order, 'CustomerID');
    ordered.set(id, (ordered.get(id) ?? 0) + amountOf(order, 'OrderTotal'));
  }
  for (const customer of customers) {
    const more = ordered.get(textOf(customer, 'CustomerID')) ?? 0;
    const copy = cloneRecord(customer);
    const rules = copy.links.get('CreditVerificationRules');
    for (const [name, change] of [['OpenOrdersBalance', more] as const, ['RemainingCreditLimit', -more] as const])
      rules?.fields.set(name, toCents(amountOf(rules, name) + change));
    yield copy;
  }
}
