import type { AcumaticaValidationError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import { describeGiven, isEntity, isPromise, refusedPart } from './checked-part.js';
import type { EntityLike as Entity } from './entity-like.js';
import type { EntityClass } from './entity-class.js';
import { STATE } from './entity-state.js';
import type { EntityState } from './entity-state.js';
import { ownKeysOfNew } from './hydrate.js';
import { freshRow } from './unattached.js';
import { unknownMember } from '../model/unknown-member.js';

/** What every record can be given besides its own members. */
const RECORD_MEMBERS: ReadonlySet<string> = new Set(['id', 'note', 'custom', 'rowNumber']);

const copies = new WeakSet<EntityState>();

/**
 * Whether a record was made of another one: it may have that one's keys, but none of the ids of its rows.
 */
export function isCopy(state: EntityState): boolean {
  return copies.has(state);
}

/**
 * Sets several members at once; members whose value is `undefined` are passed over. Of another record, or of one that is
 * spread (`{ ...order, OrderNbr: null }`), the values are taken, not what identifies it.
 *
 * @throws AcumaticaValidationError for a member that the class does not have, before any is set
 */
export function assignInit(entity: Entity, init: object): void {
  const target = entity.constructor;
  const { name: entityName, members } = entityMetadata(target);
  if (typeof init !== 'object' || (init as object | null) === null || Array.isArray(init) || isPromise(init))
    throw refusedPart(entityName, `is made of values by their names, not of ${describeGiven(init)}`);
  const entries = isEntity(init) ? [] : Object.entries(STATE in init ? withoutFields(target, init) : init);
  for (const [name] of entries) {
    if (name === 'delete' && !Object.hasOwn(members, name)) throw asksForRemoval(entityName);
    if (!RECORD_MEMBERS.has(name) && !Object.hasOwn(members, name)) {
      throw unknownMember(entityName, name, Object.keys(members));
    }
  }
  if (STATE in init) {
    Object.assign(entity[STATE].own(), freshRow(target, (init as Entity)[STATE].row));
    copies.add(entity[STATE]);
  }
  for (const [name, value] of entries) if (value !== undefined) entity.set(name, value);
}

/** `{ id, delete: true }` is how a body of the contract takes a row out; a record is told by calling a method. */
function asksForRemoval(entityName: string): AcumaticaValidationError {
  return refusedPart(
    entityName,
    'cannot be given "delete", which is the form of the wire: call remove(row) on the collection of a row, or delete() on a record',
  );
}

/** A spread record has the fields of its class too, such as `visits = 0`, which are nothing of the ERP's. */
function withoutFields(target: object, init: object): object {
  const fields = new Set(ownKeysOfNew(target as EntityClass));
  return Object.fromEntries(Object.entries(init).filter(([name]) => !fields.has(name)));
}
