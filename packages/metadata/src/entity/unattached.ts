import type { Entity } from './entity.js';
import type { EntityClass } from './entity-class.js';
import { EntityState, STATE } from './entity-state.js';
import { entityOf } from './hydrate.js';

/** Members of a row that belong to the record it came from. */
const OF_THE_RECORD = new Set(['id', 'rowNumber', 'error', '_links', 'files']);

/** An instance that no record holds: the given one where it stands alone, else a new one with the same values. */
export function unattached<T extends Entity>(entity: T, target: EntityClass<T>): T {
  const state = entity[STATE];
  if (state.holder === undefined && state.isNew) return entity;
  const copy = EntityState.forNew(target);
  Object.assign(copy.own(), Object.fromEntries(Object.entries(state.row).filter(([name]) => !OF_THE_RECORD.has(name))));
  return entityOf(target, copy);
}
