import type { OrderField } from '../../contract/index.js';
import { DeskProblem } from '../desk-problem.js';
import type { SalesOrder } from '../models/sales-order.js';

/** One field, one direction: `OrderDate desc`. */
export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

/** How many orders are sorted here at most; the ERP's contract endpoints cannot sort. */
export const sortLimit = 1_000;

/** Reads `OrderTotal desc`. @throws DeskProblem 400 */
export function readSort(text: string | undefined, fields: readonly OrderField[]): Sort | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const [field = '', direction = 'asc', ...more] = text.trim().split(/\s+/);
  const isKnown = fields.some(({ name, sortable }) => sortable && name === field);
  if (!isKnown || more.length > 0 || !['asc', 'desc'].includes(direction))
    throw DeskProblem.malformed(`Orders cannot be sorted by "${text}".`, [
      { path: 'sort', message: 'must be a field of the order, and asc or desc' },
    ]);
  return { field, descending: direction === 'desc' };
}

/** The orders in the order that was asked for; empty values last, equal ones as the ERP has them. */
export function sortOrders(orders: readonly SalesOrder[], { field, descending }: Sort): SalesOrder[] {
  const sign = descending ? -1 : 1;
  return [...orders].sort((a, b) => {
    const [first, second] = [comparable(a.get(field)), comparable(b.get(field))];
    if (first === second) return 0;
    if (first === null) return 1;
    if (second === null) return -1;
    if (typeof first === 'string' && typeof second === 'string') return sign * first.localeCompare(second, 'en');
    return first < second ? -sign : sign;
  });
}

function comparable(value: unknown): string | number | null {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
