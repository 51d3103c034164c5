import type { OrderRow } from './orders.js';

/** `GET /api/overview`: the state of the desk. Amounts are in the company's currency. */
export interface Overview {
  /** When the numbers were read, ISO; they are kept for some seconds. */
  readonly asOf: string;
  /** Orders that are not finished, by status, largest count first. */
  readonly openByStatus: readonly StatusCount[];
  /** The last twelve weeks, oldest first, weeks without revenue included. */
  readonly revenueByWeek: readonly WeekRevenue[];
  /** Orders promised for a day that is gone, longest overdue first, at most 20. */
  readonly lateOrders: readonly OrderRow[];
  /** How many orders are late in all; at least as many as `lateOrders`. */
  readonly lateCount: number;
  /** False when there were more orders than were read: the numbers are then lower bounds. */
  readonly complete: boolean;
  /** What the numbers cover, in words: `All 41 open orders`, `The 5,000 newest open orders`. */
  readonly coverage: string;
}

export interface StatusCount {
  readonly status: string;
  readonly count: number;
  readonly total: number;
}

export interface WeekRevenue {
  /** Monday of the week, `YYYY-MM-DD`. */
  readonly week: string;
  readonly revenue: number;
}
