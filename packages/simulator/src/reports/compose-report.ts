import { RuleViolation } from '../demo/entity-rules.js';
import { amountOf, textOf } from '../demo/fields.js';
import type { EntityModel } from '../schema/schema-model.js';
import { fieldText } from '../store/field-text.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import type { ReportWords } from './report-language.js';
import type { Report } from './report.js';

/** Where a report takes its data from. */
export interface ReportSource {
  readonly words: ReportWords;
  all(entity: string): readonly StoredRecord[];
  readonly now: string;
}

type Parameters = ReadonlyMap<string, FieldValue>;

/** What a report entity says for these parameters. @throws RuleViolation when there is nothing to print. */
export function composeReport(entity: EntityModel, parameters: Parameters, source: ReportSource): Report {
  const composed =
    entity.name === 'CustomerStatement'
      ? customerStatement(parameters, source)
      : parameterReport(parameters, source.words);
  const title = entity.title ?? entity.name;
  return { ...composed, title, heading: [`${source.words.printedOn} ${source.now.slice(0, 10)}`, ...composed.heading] };
}

/** Open invoices of a customer, or of everybody. */
function customerStatement(parameters: Parameters, source: ReportSource): Omit<Report, 'title'> {
  const { words } = source;
  const asked = fieldText(parameters.get('CustomerID')).toUpperCase();
  const customers = source.all('Customer');
  const customer = customers.find((one) => textOf(one, 'CustomerID') === asked);
  if (asked !== '' && customer === undefined)
    throw new RuleViolation(`Customer '${asked}' cannot be found in the system.`);
  const open = source
    .all('Invoice')
    .filter(
      (invoice) => textOf(invoice, 'Status') === 'Open' && (asked === '' || textOf(invoice, 'Customer') === asked),
    );
  const total = open.reduce((sum, invoice) => sum + amountOf(invoice, 'Balance'), 0);
  return {
    heading: customer === undefined ? [words.allCustomers] : [`${asked} ${textOf(customer, 'CustomerName')}`],
    columns: [words.customer, words.invoice, words.date, words.due, words.balance],
    rows: open.map((invoice) => [
      textOf(invoice, 'Customer'),
      textOf(invoice, 'ReferenceNbr'),
      textOf(invoice, 'Date').slice(0, 10),
      textOf(invoice, 'DueDate').slice(0, 10),
      amountOf(invoice, 'Balance').toFixed(2),
    ]),
    footer: `${words.totalDue}: ${total.toFixed(2)} USD`,
  };
}

/** Any other report shows what it was asked. */
function parameterReport(parameters: Parameters, words: ReportWords): Omit<Report, 'title'> {
  return {
    heading: [],
    columns: [words.parameter, words.value],
    rows: [...parameters].map(([name, value]) => [name, fieldText(value)]),
    footer: words.end,
  };
}
