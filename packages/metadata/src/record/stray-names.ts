import { nearestNames } from '@acurecord/errors';
import type { AcumaticaValidationError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import { unknownMember } from '../model/unknown-member.js';
import { atPlace } from './at-place.js';
import type { EntityClass } from './entity-class.js';
import type { EntityLike as Entity } from './entity-like.js';
import { STATE } from './entity-state.js';
import { fieldsOfClass } from './hydrate.js';

/**
 * Refuses properties that were set on a record and are no members of it: `customer.CreditLimt = 5` would be sent nowhere.
 * Classes made from a schema refuse every such name; a written class may keep properties of its own, so it refuses only names
 * that are near those of members. Symbols, functions and the fields of the class are free.
 *
 * @throws AcumaticaValidationError with near names, for a link or row with its place
 */
export function refuseStrayNames(entity: Entity): void {
  const name = strayNames(entity)[0];
  if (name !== undefined) throw strayName(entity, name);
  for (const part of entity[STATE].madeParts()) {
    const { path } = part[STATE];
    atPlace(path.slice(0, -1), () => refuseStrayNames(part));
  }
}

/** Whether a record or one of its parts has a property that {@link refuseStrayNames} refuses. */
export function hasStrayNames(entity: Entity): boolean {
  return strayNames(entity).length > 0 || entity[STATE].madeParts().some(hasStrayNames);
}

/** Names of the properties of a record, its parts apart, that are no members and look as if they were meant to be. */
export function strayNames(entity: Entity): string[] {
  const own = Object.keys(entity);
  if (own.length === 0) return own;
  const target = entity.constructor as EntityClass;
  const fields = fieldsOfClass(target);
  if (fields === undefined) return [];
  const { isClosed = false, members } = entityMetadata(target);
  return own.filter((name) => {
    if (fields.has(name) || typeof (entity as object as Record<string, unknown>)[name] === 'function') return false;
    return isClosed || nearestNames(name, Object.keys(members)).length > 0;
  });
}

function strayName(entity: Entity, name: string): AcumaticaValidationError {
  const metadata = entityMetadata(entity.constructor);
  return unknownMember(metadata.name, name, Object.keys(metadata.members));
}
