import { registerMember } from '../../src/model/declared-members.js';
import { declareEntity } from '../../src/model/entity-metadata.js';
import type { MemberDefinition } from '../../src/model/member-definition.js';
import type { WireType } from '../../src/wire/wire-type.js';

/** A class that is declared as entity classes are, and can do nothing: changes need no more. */
export function recordClass(name: string, members: readonly MemberDefinition[], keys?: readonly string[]): object {
  const target = { [name]: class {} }[name] as { readonly prototype: object };
  for (const member of members) {
    const get = (): unknown => undefined;
    registerMember(get, member);
    Object.defineProperty(target.prototype, member.name, { get, configurable: true });
  }
  declareEntity(target, { name, ...(keys && { keys }) });
  return target;
}

/** A field of the contract. */
export function field(name: string, type: WireType = 'String'): MemberDefinition {
  return { kind: 'field', name, type, options: {} };
}

/** A field outside the contract that has a name of its own. */
export function customField(name: string, view: string, inView: string): MemberDefinition {
  return { kind: 'field', name, type: 'String', custom: { view, field: inView }, options: {} };
}

/** A link, or details. */
export function reference(kind: 'link' | 'details', name: string, target: () => object): MemberDefinition {
  return { kind, name, target: target as () => never };
}

/** Cells of values: `{ Qty: 5 }` is `{ Qty: { value: 5 } }`. */
export function cells(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}
