import type { Entity } from '../entity/entity.js';
import { STATE } from '../record/entity-state.js';
import { readMember, writeMember } from '../record/member-access.js';
import { registerMember } from '../model/declared-members.js';
import type { MemberDefinition } from '../model/member-definition.js';

/** Getter and setter of a member, to stand on a prototype. They are the one place where a class knows its members. */
export function memberAccessor(definition: MemberDefinition): {
  get: (this: Entity) => unknown;
  set: (this: Entity, value: unknown) => void;
} {
  function get(this: Entity): unknown {
    return readMember(this[STATE], definition);
  }
  function set(this: Entity, value: unknown): void {
    writeMember(this[STATE], definition, value);
  }
  registerMember(get, definition);
  return { get, set };
}
