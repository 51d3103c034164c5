import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from './entity-like.js';

/** Links and detail rows of a record that are loaded, by their place: `MainContact`, `Details[0]`. */
export function loadedParts(entity: Entity): [place: string, part: Entity][] {
  const { members } = entityMetadata(entity.constructor);
  return Object.values(members).flatMap(({ kind, name }): [string, Entity][] => {
    if (kind === 'field' || kind === 'unknown') return [];
    const value = entity.get(name) as Entity | Iterable<Entity> | null | undefined;
    if (value === undefined || value === null) return [];
    if (kind === 'link') return [[name, value as Entity]];
    return Array.from(value as Iterable<Entity>, (row, index) => [`${name}[${index}]`, row]);
  });
}
