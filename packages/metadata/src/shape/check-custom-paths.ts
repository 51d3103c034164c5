import { AcumaticaQueryError, didYouMean, nearestNames } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import { referencedEntity } from '../schema/endpoint-schema.js';
import type { EndpointSchema, EntitySchema } from '../schema/endpoint-schema.js';

/** How the ERP names fields that somebody added. Only these does it list all; any other field of a form can be asked for too. */
const ADDED = /^(?:Usr|Attribute)/i;

/**
 * Servers pass over a field that they do not have, without a word: what is asked for stays unknown, what is written is
 * lost. Where it is known which fields were added to an entity, because its `$adHocSchema` was read, a wrong one is told.
 *
 * @throws AcumaticaQueryError with near names
 */
export function checkCustomPaths(target: object, paths: Iterable<string>, schema: EndpointSchema | undefined): void {
  if (schema === undefined) return;
  for (const path of paths) checkPath(entityMetadata(target).name, path, schema);
}

function checkPath(name: string, path: string, schema: EndpointSchema): void {
  const steps = path.split('/');
  const place = steps.pop() ?? '';
  const [root, part] = [entityOf(schema, name), partOf(schema, name, steps)];
  const known = customPlaces(part);
  const isKnowable = known.length > 0 || customPlaces(root).length > 0;
  if (part === undefined || !isKnowable || !ADDED.test(fieldOf(place))) return;
  if (known.some((candidate) => sameName(candidate, place))) return;
  const inOtherViews = known.filter((candidate) => sameName(fieldOf(candidate), fieldOf(place)));
  const near = inOtherViews.length > 0 ? inOtherViews : nearestNames(place, known);
  throw new AcumaticaQueryError(`${part.name} has no field "${place}" outside the contract.${didYouMean(near)}`, {
    entity: name,
    suggestions: [...near, 'Where it was added just now, connect once with forceRebuild: true.'],
  });
}

function entityOf(schema: EndpointSchema, name: string): EntitySchema | undefined {
  return Object.hasOwn(schema.entities, name) ? schema.entities[name] : undefined;
}

function partOf(schema: EndpointSchema, name: string, steps: readonly string[]): EntitySchema | undefined {
  return steps.reduce(
    (entity, step) => {
      const member = entity && Object.hasOwn(entity.members, step) ? entity.members[step] : undefined;
      const part = referencedEntity(member);
      return part === undefined ? undefined : entityOf(schema, part);
    },
    entityOf(schema, name),
  );
}

function customPlaces(entity: EntitySchema | undefined): string[] {
  return Object.values(entity?.members ?? {}).flatMap((member) =>
    member.kind === 'field' && member.custom ? [`${member.custom.view}.${member.custom.field}`] : [],
  );
}

function fieldOf(place: string): string {
  return place.slice(place.indexOf('.') + 1);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
