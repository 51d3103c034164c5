import { encodeQuery } from '@acurecord/odata';
import { entityMetadata } from '../model/entity-metadata.js';
import type { WireParams } from '../gateway/entity-gateway.js';
import { findClient } from '../session/current-client.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { planParams } from './query-plan.js';
import type { QueryPlan } from './query-plan.js';

/** A query as a request. */
export interface CompiledQuery {
  /** Below the site: `/entity/Default/24.200.001/Customer`, or `/Customer` while no endpoint is known. */
  readonly path: string;
  /** Not percent-encoded. */
  readonly params: WireParams;
  /** Path and encoded query, as the first request has them. */
  readonly url: string;
}

/** The request that a query without pages would send. */
export function compileQuery(target: object, plan: QueryPlan, bound?: EntityClient): CompiledQuery {
  const client = bound ?? findClient();
  const params = planParams(target, plan, { skip: plan.skip, top: plan.take }, client);
  const path = `${endpointPath(client, plan.options.apiVersion)}/${entityMetadata(target).name}`;
  const query = encodeQuery(params);
  return { path, params, url: query === '' ? path : `${path}?${query}` };
}

function endpointPath(client: EntityClient | undefined, apiVersion?: string): string {
  const schema = client?.schema;
  return schema === undefined ? '' : `/entity/${schema.endpoint}/${apiVersion ?? schema.version}`;
}
