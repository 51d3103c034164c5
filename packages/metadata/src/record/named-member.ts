import { entityMetadata } from '../model/entity-metadata.js';
import type { MemberDefinition } from '../model/member-definition.js';
import { rawValue } from '../wire/wire-value.js';
import { customCell } from '../wire/custom-table.js';
import type { EntityLike as Entity } from './entity-like.js';
import { STATE } from './entity-state.js';
import { readMember, writeMember } from './member-access.js';
import { unknownMember } from '../model/unknown-member.js';

/** The definition of a member. @throws AcumaticaValidationError with near names when there is none */
export function memberOf(target: object, name: string): MemberDefinition {
  const metadata = entityMetadata(target);
  const definition = Object.hasOwn(metadata.members, name) ? metadata.members[name] : undefined;
  if (definition === undefined) throw unknownMember(metadata.name, name, Object.keys(metadata.members));
  return definition;
}

/** Value of a member, or of what every record has. */
export function getMember(entity: Entity, name: string): unknown {
  if (name === 'id' || name === 'note' || name === 'rowNumber' || name === 'custom') return entity[name];
  return readMember(entity[STATE], memberOf(entity.constructor, name));
}

/** What the wire said about a member; of a link or details, the rows. */
export function rawMember(entity: Entity, name: string): unknown {
  const { row } = entity[STATE];
  const { members } = entityMetadata(entity.constructor);
  const definition = Object.hasOwn(members, name) ? members[name] : undefined;
  if (definition === undefined) return Object.hasOwn(row, name) ? rawValue(row[name]) : undefined;
  if (definition.kind !== 'field') return row[name];
  return rawValue(definition.custom === undefined ? row[name] : customCell(row, definition.custom));
}

/** Sets a member, or what every record has. */
export function setMember(entity: Entity, name: string, value: unknown): void {
  if (name === 'id') entity.id = value as string;
  else if (name === 'rowNumber') entity.rowNumber = value as number;
  else if (name === 'note') entity.note = value as string | null;
  else if (name === 'custom') entity.custom = value as Entity['custom'];
  else writeMember(entity[STATE], memberOf(entity.constructor, name), value);
}
