/** One order in a list. */
export interface OrderRow {
  readonly orderType: string;
  readonly orderNbr: string;
  readonly status: string;
  readonly customerId: string;
  readonly customerName?: string;
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  /** `YYYY-MM-DD` */
  readonly requestedOn: string | null;
  readonly total: number;
  readonly currency: string;
  /** Promised for a day that is gone, and not finished. */
  readonly late: boolean;
}

/** `GET /api/orders?filter=&sort=OrderDate desc&page=1&pageSize=25`: one page of the list. */
export interface OrderPage {
  readonly rows: readonly OrderRow[];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly hasMore: boolean;
  /** The query in words of OData. */
  readonly odata: string;
}

export type FilterOperator =
  'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'contains' | 'startsWith' | 'isNull' | 'isNotNull';

export type FieldType = 'String' | 'Decimal' | 'Int' | 'DateTime' | 'Boolean';

/** `GET /api/orders/fields` answers `OrderField[]`: what a list can be filtered and sorted by, from the endpoint's own description. */
export interface OrderField {
  /** The ERP's name: `OrderTotal`. */
  readonly name: string;
  /** For people: `Order Total`. */
  readonly label: string;
  readonly type: FieldType;
  readonly operators: readonly { readonly op: FilterOperator; readonly label: string }[];
  /** Values that make sense, where they are few: statuses, order types. */
  readonly values?: readonly string[];
  readonly sortable: boolean;
}

/** The filter a visitor builds; JSON in the query `filter`. Without conditions everything is meant. */
export interface FilterDraft {
  readonly match: 'all' | 'any';
  readonly conditions: readonly FilterCondition[];
}

export interface FilterCondition {
  /** `OrderField.name` */
  readonly field: string;
  readonly op: FilterOperator;
  /** As typed: `1000`, `2026-01-31`, `true`; none for `isNull` and `isNotNull`. */
  readonly value?: string;
}

/** `GET /api/orders/odata?filter=&sort=`: what the filter becomes; nothing is sent to the ERP. A draft that makes no sense is a 400 with `errors` at `conditions.0.value`. */
export interface CompiledOrders {
  /** `$filter=…&$orderby=…`, readable. */
  readonly odata: string;
  /** Path and query as they go over the wire. */
  readonly url: string;
  /** How the query was adapted to what this kind of endpoint understands. */
  readonly notes: readonly string[];
}
