/** `GET /api/customers?q=` answers `CustomerPage`: customers whose number or name has `q` in it; the first ones without it. */
export interface CustomerPage {
  readonly rows: readonly CustomerRow[];
  /** More match than are shown. */
  readonly hasMore: boolean;
}

export interface CustomerRow {
  readonly customerId: string;
  readonly name: string;
  readonly class: string | null;
  readonly status: string;
  readonly city: string | null;
  readonly currency: string | null;
  /** 0 for no limit. */
  readonly creditLimit: number;
  /** What they owe and have ordered: the limit's used part; null where the endpoint does not say. */
  readonly balance: number | null;
  /** What is left of the credit limit; null where there is none. */
  readonly available: number | null;
}

/** `GET /api/stock-items?q=` answers `StockItemRow[]`: items for new lines. */
export interface StockItemRow {
  readonly inventoryId: string;
  readonly description: string | null;
  readonly price: number;
}
