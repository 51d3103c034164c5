import type { OrderRow } from '../../contract/index.js';
import type { CustomerIndex } from '../customers/customer-index.js';
import type { SalesOrder } from '../models/sales-order.js';
import { sortedOrders } from './list-orders.js';
import type { OrderSearch } from './list-orders.js';
import { orderRow } from './order-row.js';

const columns: readonly (readonly [string, (row: OrderRow) => string | number | boolean | null | undefined])[] = [
  ['Type', (row) => row.orderType],
  ['Order', (row) => row.orderNbr],
  ['Status', (row) => row.status],
  ['Customer', (row) => row.customerId],
  ['Customer name', (row) => row.customerName],
  ['Date', (row) => row.date],
  ['Requested on', (row) => row.requestedOn],
  ['Total', (row) => row.total],
  ['Currency', (row) => row.currency],
  ['Late', (row) => row.late],
];

/** A spreadsheet reads UTF-8 where a file begins with this. */
const byteOrderMark = '\uFEFF';

/** All orders of a search as lines of a CSV file (RFC 4180), page by page; a failure breaks the file off. */
export async function* csvOfOrders(search: OrderSearch, customers: CustomerIndex): AsyncGenerator<string> {
  yield `${byteOrderMark}${lineOf(columns.map(([title]) => title))}`;
  for await (const page of pagesOf(search)) {
    yield page
      .map((order) => orderRow(order, customers))
      .map((row) => lineOf(columns.map(([, valueOf]) => valueOf(row))))
      .join('');
  }
}

async function* pagesOf({ query, sort }: OrderSearch): AsyncGenerator<readonly SalesOrder[]> {
  if (sort === undefined) yield* query.pages();
  else yield await sortedOrders(query, sort);
}

function lineOf(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * A cell. A text that a spreadsheet would take for a formula gets an apostrophe in front, or opening the file would
 * run what a customer wrote into their own name.
 */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r\n|%]/.test(value.trimStart()) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
