import type { EntityLike as Entity } from './entity-like.js';
import type { EntityClass } from './entity-class.js';
import { EntityState, STATE } from './entity-state.js';
import { entityOf } from './hydrate.js';

/** A copy over the same rows; the first edit on either side copies what it touches. */
export function cloneEntity<T extends Entity>(entity: T): T {
  const state = entity[STATE];
  const row = state.snapshot();
  // A new row is told from its neighbours by its object.
  const copy = new EntityState(state.isNew ? { ...row } : row, state.base, state.client);
  return entityOf(entity.constructor as unknown as EntityClass<T>, copy);
}
