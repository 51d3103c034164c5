import type { Overview, StatusCount, WeekRevenue } from '../../contract/index.js';
import type { CustomerIndex } from '../customers/customer-index.js';
import { addDays, dayOf, mondayOf, today } from '../models/plain-day.js';
import { SalesInvoice } from '../models/sales-invoice.js';
import { SalesOrder } from '../models/sales-order.js';
import { orderRow, rowFields } from '../orders/order-row.js';

/** How many open orders, and how many invoices, are read at most: the numbers of a larger company are lower bounds, and say so. */
const readLimit = 5_000;
const pageSize = 2_500;
const weeks = 12;
const shownLate = 20;

/** The state of the desk: two lists, each with a handful of fields, however many orders the company has. */
export async function readOverview(customers: CustomerIndex): Promise<Overview> {
  const firstWeek = addDays(mondayOf(today()), -7 * (weeks - 1));
  const [orders, invoices] = await Promise.all([
    SalesOrder.open()
      .select(...rowFields, 'BaseCurrencyID')
      .take(readLimit + 1)
      .pageSize(pageSize)
      .toArray(),
    SalesInvoice.since(firstWeek)
      .select('Type', 'Date', 'Amount', 'Currency')
      .take(readLimit + 1)
      .pageSize(pageSize)
      .toArray(),
  ]);
  const complete = orders.length <= readLimit && invoices.length <= readLimit;
  const own = orders[0]?.BaseCurrencyID ?? undefined;
  const isOwn = (currency: string | null): boolean => own === undefined || currency === null || currency === own;
  const counted = orders.slice(0, readLimit);
  const billed = invoices.slice(0, readLimit).filter(({ Currency }) => isOwn(Currency));
  const late = counted.filter((order) => order.isLate).map((order) => orderRow(order, customers));
  const foreign = counted.filter(({ CurrencyID }) => !isOwn(CurrencyID)).length + invoices.length - billed.length;
  return {
    asOf: new Date().toISOString(),
    openByStatus: countByStatus(counted, isOwn),
    revenueByWeek: revenueByWeek(billed, firstWeek),
    lateOrders: late.sort((a, b) => (a.requestedOn ?? '').localeCompare(b.requestedOn ?? '')).slice(0, shownLate),
    lateCount: late.length,
    complete,
    coverage: coverage(counted.length, complete, complete ? foreign : 0),
  };
}

function countByStatus(orders: readonly SalesOrder[], isOwn: (currency: string | null) => boolean): StatusCount[] {
  const counts = new Map<string, { count: number; total: number }>();
  for (const { Status, OrderTotal, CurrencyID } of orders) {
    const { count, total } = counts.get(Status ?? '') ?? { count: 0, total: 0 };
    counts.set(Status ?? '', { count: count + 1, total: total + (isOwn(CurrencyID) ? (OrderTotal ?? 0) : 0) });
  }
  return [...counts]
    .map(([status, { count, total }]) => ({ status, count, total: toCents(total) }))
    .sort((a, b) => b.count - a.count);
}

function revenueByWeek(invoices: readonly SalesInvoice[], firstWeek: string): WeekRevenue[] {
  const sums = new Map(Array.from({ length: weeks }, (_, index) => [addDays(firstWeek, 7 * index), 0]));
  for (const invoice of invoices) {
    const day = dayOf(invoice, 'Date');
    const week = day === null ? undefined : mondayOf(day);
    if (week !== undefined && sums.has(week)) sums.set(week, (sums.get(week) ?? 0) + invoice.revenue);
  }
  return [...sums].map(([week, revenue]) => ({ week, revenue: toCents(revenue) }));
}

function coverage(orders: number, complete: boolean, foreign: number): string {
  const number = orders.toLocaleString('en');
  const extent = complete
    ? `All ${number} open orders`
    : `The first ${number} open orders and invoices as the ERP lists them: the numbers are lower bounds`;
  return foreign === 0 ? extent : `${extent}; ${foreign} documents in other currencies are not in the sums`;
}

function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
