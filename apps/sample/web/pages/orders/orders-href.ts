import type { FilterCondition } from '../../../contract/index.js';

/** The list of orders, filtered by these conditions. */
export function ordersHref(conditions: readonly FilterCondition[]): string {
  return `/orders?${new URLSearchParams({ filter: JSON.stringify({ match: 'all', conditions }) }).toString()}`;
}
