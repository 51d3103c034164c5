import { contract5Dialect, contractDialect, QueryOptions } from '@acurecord/odata';
import type { Condition, Dialect } from '@acurecord/odata';
import type { CallOptions, WireParams } from '../gateway/entity-gateway.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { checkCustomPaths } from '../shape/check-custom-paths.js';
import { wireShape } from '../shape/read-params.js';
import type { ShapeNames, WireShape } from '../shape/read-params.js';

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
  readonly fallback?: 'each';
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

/** The dialect that a client's endpoint understands. */
export function dialectOf(client: EntityClient | undefined): Dialect {
  return (client?.schema?.contract ?? 4) >= 5 ? contract5Dialect : contractDialect;
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

/** Wire parameters for reading one record, or for what a write gives back. */
export function shapeParams(target: object, shape: ShapeNames, client: EntityClient | undefined): WireParams {
  return new QueryOptions(checkedShape(target, shape, client)).toParams(dialectOf(client));
}

function checkedShape(target: object, names: ShapeNames, client: EntityClient | undefined): WireShape {
  const shape = wireShape(target, names);
  checkCustomPaths(target, shape.custom, client?.schema);
  return shape;
}
