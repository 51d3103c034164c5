import type { CustomerRow } from '../../contract/index.js';
import type { Customer } from '../models/customer.js';

/** What the list of customers reads. */
export const customerFields = [
  'CustomerID',
  'CustomerName',
  'CustomerClass',
  'Status',
  'CurrencyID',
  'MainContact/Address/City',
  'CreditVerificationRules',
] as const;

/** A customer as a line of the list, with what is left of their credit. */
export function customerRow(customer: Customer): CustomerRow {
  const rules = customer.CreditVerificationRules;
  const creditLimit = rules?.CreditLimit ?? 0;
  const remaining = rules?.RemainingCreditLimit ?? null;
  return {
    customerId: customer.CustomerID ?? '',
    name: customer.CustomerName ?? '',
    class: customer.CustomerClass ?? null,
    status: customer.Status ?? '',
    city: customer.MainContact?.Address?.City ?? null,
    currency: customer.CurrencyID ?? null,
    creditLimit,
    balance: creditLimit > 0 && remaining !== null ? toCents(creditLimit - remaining) : balanceOf(customer),
    available: creditLimit > 0 ? remaining : null,
  };
}

/** Without a limit nobody computes what is used of it. */
function balanceOf({ CreditVerificationRules: rules }: Customer): number | null {
  if (rules?.OpenOrdersBalance == null && rules?.UnreleasedBalance == null) return null;
  return toCents((rules.OpenOrdersBalance ?? 0) + (rules.UnreleasedBalance ?? 0));
}

function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
