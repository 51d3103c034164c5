import type { OrderRow } from '../../contract/index.js';
import type { CustomerIndex } from '../customers/customer-index.js';
import { dayOf } from '../models/plain-day.js';
import type { SalesOrder } from '../models/sales-order.js';

/** What a list reads of each order; nothing else comes over the wire. */
export const rowFields = [
  'OrderType',
  'OrderNbr',
  'Status',
  'CustomerID',
  'Date',
  'RequestedOn',
  'OrderTotal',
  'CurrencyID',
] as const;

/** An order as a line of a list. */
export function orderRow(order: SalesOrder, customers: CustomerIndex): OrderRow {
  const customerId = order.CustomerID ?? '';
  const customerName = customers.nameOf(customerId);
  return {
    orderType: order.OrderType ?? '',
    orderNbr: order.OrderNbr ?? '',
    status: order.Status ?? '',
    customerId,
    ...(customerName !== undefined && { customerName }),
    date: dayOf(order, 'Date'),
    requestedOn: dayOf(order, 'RequestedOn'),
    total: order.OrderTotal ?? 0,
    currency: order.CurrencyID ?? '',
    late: order.isLate,
  };
}
