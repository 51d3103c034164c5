import type { EntityClient } from '../gateway/entity-client.js';
import type { ParameterTypes } from '../model/action-types.js';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import type { ActionSchema } from '../schema/endpoint-schema.js';

/** Parameter types of an action, where the class or the client's endpoint knows it. */
export function declaredParameters(entity: Entity, client: EntityClient, action: string): ParameterTypes | undefined {
  const actions = knownActions(entity, client);
  return Object.hasOwn(actions, action) ? actions[action]?.parameters : undefined;
}

/** Actions that the endpoint or the class declares; the class's word counts. */
export function knownActions(entity: Entity, client: EntityClient): Readonly<Record<string, ActionSchema>> {
  const { name, actions } = entityMetadata(entity.constructor);
  const { entities = {} } = client.schema ?? {};
  return { ...(Object.hasOwn(entities, name) ? entities[name]?.actions : {}), ...actions };
}
