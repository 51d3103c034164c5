import { AcumaticaSchemaError, didYouMean, nearestNames } from '@acurecord/errors';
import { referencedEntity } from '@acurecord/metadata';
import type { EndpointSchema, EntitySchema } from '@acurecord/metadata';

/**
 * The entities asked for and whatever their links and details lead to, in document order.
 *
 * @throws AcumaticaSchemaError for a name that the endpoint does not have
 */
export function neededEntities(schema: EndpointSchema, wanted?: readonly string[]): EntitySchema[] {
  const all = Object.values(schema.entities);
  if (wanted === undefined) return all;
  checkNames(schema, wanted);
  const needed = new Set<string>();
  const waiting = [...wanted];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    waiting.push(...referencesOf(schema, name));
  }
  return all.filter(({ name }) => needed.has(name));
}

/** Entities that the links and details of an entity lead to, without repetition. */
export function referencesOf(schema: EndpointSchema, name: string): string[] {
  const members = Object.values(schema.entities[name]?.members ?? {});
  return [...new Set(members.flatMap((member) => referencedEntity(member) ?? []))];
}

function checkNames({ endpoint, version, entities }: EndpointSchema, wanted: readonly string[]): void {
  if (wanted.length === 0)
    throw new AcumaticaSchemaError('No entity was asked for. Name one, or leave the list out for all.');
  const known = Object.keys(entities);
  const unknown = wanted.filter((name) => !Object.hasOwn(entities, name));
  if (unknown.length === 0) return;
  const near = new Map(unknown.map((name) => [name, nearestNames(name, known)]));
  const told = [...near].map(([name, names]) => `${name}${didYouMean(names, 'inside')}`);
  throw new AcumaticaSchemaError(`${endpoint}/${version} has no entity ${told.join(', ')}.`, {
    suggestions: [...near.values()].flat(),
  });
}
