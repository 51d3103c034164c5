import type { MemberDefinition } from './member-definition.js';

const definitions = new WeakMap<object, MemberDefinition>();

/** Remembers that a getter stands for a member. */
export function registerMember(getter: object, definition: MemberDefinition): void {
  definitions.set(getter, definition);
}

/** Members that a prototype itself defines, in the order of its source. */
export function ownMembers(prototype: object): MemberDefinition[] {
  const descriptors: readonly { readonly get?: object }[] = Object.values(Object.getOwnPropertyDescriptors(prototype));
  return descriptors.flatMap(({ get }) => {
    const definition = get === undefined ? undefined : definitions.get(get);
    return definition === undefined ? [] : [definition];
  });
}
