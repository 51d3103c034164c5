import type { EntityClient } from '../gateway/entity-client.js';
import type { EntityClass } from '../record/entity-class.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import type { QueryPlan } from './query-plan.js';

/** Everything a query needs to be read. */
export interface QuerySource<T extends Entity = Entity> {
  readonly target: EntityClass<T>;
  readonly client: EntityClient;
  readonly plan: QueryPlan;
}
