import type { Condition } from '../conditions/condition.js';
import type { Fields } from './fields.js';

/** A list of rows in a dialect that can look into it. */
export interface DetailField<Row> {
  /** At least one row satisfies the condition: `c.Details.some(row => row.Qty.gt(5))` → `Details/any(d1:d1/Qty gt 5)` */
  some(build: (row: Fields<Row, 'odataV4'>) => Condition): Condition;
}

/** A list of rows on a contract endpoint, which cannot filter by rows: read the rows with `expand` and filter them here. */
export interface OpaqueDetailField {
  readonly contractEndpointsCannotFilterByRows?: never;
}
