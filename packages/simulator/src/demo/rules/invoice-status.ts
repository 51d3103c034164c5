import type { StoredRecord } from '../../store/stored-record.js';
import type { ActionRule } from '../entity-rules.js';
import { RuleViolation } from '../entity-rules.js';
import { amountOf, flagOf, rowsOf, setFields, sumOf, textOf, toCents } from '../fields.js';
import { taxRateOf } from './terms.js';

/** Status of an invoice: hold decides before its release, the balance after it. */
export function invoiceStatus(invoice: StoredRecord): string {
  const status = textOf(invoice, 'Status');
  if (status === 'Open' || status === 'Closed') return amountOf(invoice, 'Balance') === 0 ? 'Closed' : 'Open';
  if (status === 'Voided') return status;
  return flagOf(invoice, 'Hold') ? 'On Hold' : 'Balanced';
}

/** Tax on the taxable lines in the customer's zone. */
export function salesTax(lines: readonly StoredRecord[], customer: StoredRecord | undefined): number {
  const rate = customer === undefined ? 0 : taxRateOf(textOf(customer, 'TaxZone'));
  const taxable = sumOf(
    lines.filter((line) => textOf(line, 'TaxCategory') === 'TAXABLE'),
    'Amount',
  );
  return toCents((taxable * rate) / 100);
}

/** Releases an invoice: from now on the customer owes it. */
export const releaseAction: ActionRule = {
  from: ['Balanced'],
  long: true,
  run: (invoice) => {
    if (rowsOf(invoice, 'Details').length === 0)
      throw new RuleViolation('An invoice without lines cannot be released.');
    setFields(invoice, { Status: 'Open', Hold: false });
  },
};
