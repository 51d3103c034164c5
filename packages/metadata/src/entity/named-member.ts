import { entityMetadata } from '../decorators/entity-metadata.js';
import type { MemberDefinition } from '../decorators/member-definition.js';
import { assignCustom } from './custom-cell.js';
import type { Entity } from './entity.js';
import { STATE } from './entity-state.js';
import { readMember, writeMember } from './member-access.js';
import { unknownMember } from './unknown-member.js';

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

/** Sets a member, or what every record has. */
export function setMember(entity: Entity, name: string, value: unknown): void {
  const state = entity[STATE];
  if (name === 'id') state.own().id = value;
  else if (name === 'note') entity.note = value as string | null;
  else if (name === 'custom') assignCustom(state, value as Readonly<Record<string, Readonly<Record<string, unknown>>>>);
  else writeMember(state, memberOf(entity.constructor, name), value);
}
