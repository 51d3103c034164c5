import { QueryOptions } from '@acurecord/odata';
import type { Condition } from '@acurecord/odata';
import type { CallOptions, WireParams } from '../gateway/entity-gateway.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { checkedShape, dialectOf } from '../shape/shape-params.js';

/**
 * What becomes of a list that the server cannot read as a whole: the server reads it record by record, the client reads
 * the keys and then each record, or it fails, also where the server would have read record by record by itself.
 */
export type Fallback = 'server' | 'each' | 'fail';

/** What a query asks for; plain and immutable. */
export interface QueryPlan {
  readonly condition?: Condition;
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly custom: readonly string[];
  readonly orderBy: readonly string[];
  readonly take?: number;
  readonly skip: number;
  readonly pageSize?: number;
  readonly fallback?: Fallback;
  readonly options: CallOptions;
}

/** A query for everything. */
export const EMPTY_PLAN: QueryPlan = Object.freeze({
  select: [],
  expand: [],
  custom: [],
  orderBy: [],
  skip: 0,
  options: {},
});

/** A range of the result, for `$skip` and `$top`. */
export interface PageRange {
  readonly skip?: number;
  readonly top?: number | undefined;
}

/** Wire parameters of a plan for one range of its result. @throws AcumaticaQueryError for what cannot be said or is not there */
export function planParams(
  target: object,
  plan: QueryPlan,
  range: PageRange,
  client: EntityClient | undefined,
): WireParams {
  const { condition, orderBy } = plan;
  const options = new QueryOptions({
    ...checkedShape(target, plan, client),
    orderBy,
    ...(condition === undefined ? {} : { filter: condition }),
    ...(range.skip ? { skip: range.skip } : {}),
    ...(range.top === undefined ? {} : { top: range.top }),
  });
  return options.toParams(dialectOf(client));
}
