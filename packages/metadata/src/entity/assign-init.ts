import { entityMetadata } from '../decorators/entity-metadata.js';
import type { Entity } from './entity.js';
import { unknownMember } from './unknown-member.js';

/** What every record can be given besides its own members. */
const RECORD_MEMBERS: ReadonlySet<string> = new Set(['id', 'note', 'custom', 'rowNumber']);

/**
 * Sets several members at once; members whose value is `undefined` are passed over.
 *
 * @throws AcumaticaValidationError for a member that the class does not have, before any is set
 */
export function assignInit(entity: Entity, init: object): void {
  const { name: entityName, members } = entityMetadata(entity.constructor);
  const entries = Object.entries(init);
  for (const [name] of entries) {
    if (!RECORD_MEMBERS.has(name) && !Object.hasOwn(members, name)) {
      throw unknownMember(entityName, name, Object.keys(members));
    }
  }
  for (const [name, value] of entries) if (value !== undefined) entity.set(name, value);
}
