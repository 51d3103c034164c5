import { AcumaticaQueryError, didYouMean, nearestNames } from '@acurecord/errors';
import { createFields, wireTypes } from '@acurecord/odata';
import type { Fields, MemberDescription, KnownWireType } from '@acurecord/odata';
import { entityMetadata } from '../model/entity-metadata.js';
import { isReference } from '../model/member-definition.js';
import type { MemberDefinition } from '../model/member-definition.js';

const cache = new WeakMap<object, unknown>();

/** The fields of a class for conditions: they know their types, and refuse a name that the class does not have. */
export function queryFields<T>(target: object): Fields<T> {
  const known = cache.get(target) ?? createFields<T>((path) => describe(target, path));
  cache.set(target, known);
  return known as Fields<T>;
}

function describe(target: object, path: readonly string[]): MemberDescription | undefined {
  let current = target;
  let definition: MemberDefinition | undefined;
  for (const name of path) {
    if (isReference(definition)) current = definition.target();
    definition = memberAt(current, name);
    if (definition === undefined) return { type: name === 'id' ? 'Guid' : 'String' };
  }
  return definition === undefined ? undefined : descriptionOf(definition);
}

/** `id`, a GUID, and `note`, a text, are members of every record; anything else must be declared. */
function memberAt(target: object, name: string): MemberDefinition | undefined {
  const { name: entity, members } = entityMetadata(target);
  if (Object.hasOwn(members, name)) return members[name];
  if (name === 'note' || name === 'id') return undefined;
  const near = nearestNames(name, Object.keys(members));
  throw new AcumaticaQueryError(`${entity} has no member "${name}".${didYouMean(near)}`, { entity, suggestions: near });
}

function descriptionOf(definition: MemberDefinition): MemberDescription | undefined {
  if (definition.kind === 'unknown') return undefined;
  if (definition.kind !== 'field') return { type: definition.kind === 'link' ? 'Link' : 'Details' };
  const type = wireTypes.find((known) => known === definition.type);
  if (type === undefined) return undefined;
  return { type, ...(definition.custom && { custom: { ...definition.custom, type: type satisfies KnownWireType } }) };
}
