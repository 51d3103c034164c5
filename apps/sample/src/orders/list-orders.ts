import type { EndpointSchema, Query } from 'acurecord';
import type { CompiledOrders, OrderPage } from '../../contract/index.js';
import type { CustomerIndex } from '../customers/customer-index.js';
import { DeskProblem } from '../desk-problem.js';
import type { SalesOrder } from '../models/sales-order.js';
import { queryFromDraft } from './filter-from-draft.js';
import { orderFields } from './order-fields.js';
import { orderRow, rowFields } from './order-row.js';
import { readDraft } from './read-draft.js';
import { readSort, sortLimit, sortOrders } from './sort-orders.js';
import type { Sort } from './sort-orders.js';

/** Which orders, as the browser asks for them. */
export interface OrderQuestion {
  /** JSON of a `FilterDraft`. */
  readonly filter?: string | undefined;
  /** `OrderTotal desc`; without it the ERP's own order. */
  readonly sort?: string | undefined;
}

/** The question as a query, and how its result is to be sorted. @throws DeskProblem 400 */
export interface OrderSearch {
  readonly query: Query<SalesOrder>;
  readonly sort: Sort | undefined;
}

/** Understands a question. Nothing is sent. @throws DeskProblem 400 for one that makes no sense */
export function searchOrders({ filter, sort }: OrderQuestion, schema: EndpointSchema | undefined): OrderSearch {
  const fields = orderFields(schema);
  const wanted = readSort(sort, fields);
  const more = wanted === undefined || isRowField(wanted.field) ? [] : [wanted.field as 'Status'];
  return { query: queryFromDraft(readDraft(filter), fields).select(...rowFields, ...more), sort: wanted };
}

/** One page of the list. */
export async function listOrders(
  { query, sort }: OrderSearch,
  { page, pageSize }: Pick<OrderPage, 'page' | 'pageSize'>,
  customers: CustomerIndex,
): Promise<OrderPage> {
  const skip = (page - 1) * pageSize;
  const paged = query.skip(skip).take(pageSize + 1);
  const found =
    sort === undefined ? await paged.toArray() : (await sortedOrders(query, sort)).slice(skip, skip + pageSize + 1);
  const rows = found.slice(0, pageSize).map((order) => orderRow(order, customers));
  return { rows, page, pageSize, hasMore: found.length > pageSize, odata: odataOf(query) };
}

/** All orders of a search, sorted. @throws DeskProblem 400 when there are too many of them */
export async function sortedOrders(query: Query<SalesOrder>, sort: Sort): Promise<SalesOrder[]> {
  const found = await query.take(sortLimit + 1).toArray();
  if (found.length <= sortLimit) return sortOrders(found, sort);
  const message = `More than ${sortLimit.toLocaleString('en')} orders match`;
  throw new DeskProblem(400, 'too-many-to-sort', `${message}: they can be listed, but not sorted.`, {
    title: 'Too many orders to sort',
    hint: 'The endpoint cannot sort, so the desk does. Narrow the filter, or list the orders unsorted.',
    errors: [{ path: 'sort', message }],
  });
}

/** What goes over the wire for a search, and how it was adapted. */
export function compileOrders({ query, sort }: OrderSearch): CompiledOrders {
  const { url, rewrites, unconfirmed, notes } = query.explain();
  return {
    odata: odataOf(query),
    url,
    notes: [
      ...rewrites.map(({ from, to, why }) => `${from} becomes ${to}: ${why}`),
      ...unconfirmed,
      ...notes,
      ...(sort === undefined
        ? []
        : [`The endpoint cannot sort: the desk sorts by ${sort.field} itself, up to ${sortLimit} orders.`]),
    ],
  };
}

function odataOf(query: Query<SalesOrder>): string {
  return Object.entries(query.compile().params)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function isRowField(name: string): boolean {
  return rowFields.some((field) => field === name);
}
