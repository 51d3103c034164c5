import { entityMetadata } from '../model/entity-metadata.js';
import { isReference } from '../model/member-definition.js';
import { isRow, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import type { EntityLike as Entity } from './entity-like.js';
import type { EntityClass } from './entity-class.js';
import { EntityState, STATE } from './entity-state.js';
import { entityOf } from './hydrate.js';

/** Members of a row that belong to the record it came from. */
const OF_THE_RECORD = new Set(['id', 'rowNumber', 'error', '_links', 'files']);

/** An instance that no record holds: the given one where it stands alone, else a new one with the same values. */
export function unattached<T extends Entity>(entity: Entity, target: EntityClass<T>): T {
  const state = entity[STATE];
  if (entity instanceof target && state.holder === undefined && state.isNew) return entity;
  const copy = EntityState.forNew(target);
  Object.assign(copy.own(), freshRow(target, state.row));
  return entityOf(target, copy);
}

/** The values of a row, without what says which record and which rows they are of. */
export function freshRow(target: object, row: WireRow): WireRow {
  const { members } = entityMetadata(target);
  const values = Object.entries(row).filter(([name]) => !OF_THE_RECORD.has(name));
  return Object.fromEntries(
    values.map(([name, value]) => {
      const definition = Object.hasOwn(members, name) ? members[name] : undefined;
      if (!isReference(definition)) return [name, value];
      const part = definition.target();
      if (Array.isArray(value)) return [name, rowsOf(value).map((child) => freshRow(part, child))];
      return [name, isRow(value) ? freshRow(part, value) : value];
    }),
  );
}
