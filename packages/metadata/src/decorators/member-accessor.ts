import type { Entity } from '../entity/entity.js';
import { STATE } from '../entity/entity-state.js';
import { readMember, writeMember } from '../entity/member-access.js';
import type { MemberDefinition } from './member-definition.js';

const definitions = new WeakMap<object, MemberDefinition>();

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
  definitions.set(get, definition);
  return { get, set };
}

/** Members that a prototype itself defines, in the order of its source. */
export function ownMembers(prototype: object): MemberDefinition[] {
  const descriptors: readonly { readonly get?: object }[] = Object.values(Object.getOwnPropertyDescriptors(prototype));
  return descriptors.flatMap(({ get }) => {
    const definition = get === undefined ? undefined : definitions.get(get);
    return definition === undefined ? [] : [definition];
  });
}
