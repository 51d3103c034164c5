/** What a schema must look like to be cached entity by entity; the values are anyone's JSON data. */
export interface CacheableSchema {
  readonly entities: Readonly<Record<string, unknown>>;
}

/** Names of entities, by what a newer schema did to them. */
export interface SchemaDifference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** A digest for each entity; equal digests mean equal entities, members in the same order. */
export type EntityHashes = Readonly<Record<string, string>>;

/** The JSON text of each entity. */
export type EntityTexts = Readonly<Record<string, string>>;

/** Digests of all entities of a schema. */
export function hashEntities(schema: CacheableSchema): Promise<EntityHashes> {
  return hashTexts(entityTexts(schema));
}

/** The texts of all entities of a schema. */
export function entityTexts({ entities }: CacheableSchema): EntityTexts {
  return mapEntities(entities, (entity) => JSON.stringify(entity));
}

/** Digests of the entities with these texts. */
export async function hashTexts(texts: EntityTexts): Promise<EntityHashes> {
  const { createHash } = await import('node:crypto'); // loaded late: a start from the cache needs no digests
  return mapEntities(texts, (text) => createHash('sha256').update(text).digest('base64url').slice(0, 22));
}

/** Compares two sets of digests; names keep the order of the newer set, removed ones that of the older. */
export function differenceOf(older: EntityHashes, newer: EntityHashes): SchemaDifference {
  const names = Object.keys(newer);
  const known = (name: string): boolean => Object.hasOwn(older, name);
  return {
    added: names.filter((name) => !known(name)),
    changed: names.filter((name) => known(name) && older[name] !== newer[name]),
    removed: Object.keys(older).filter((name) => !Object.hasOwn(newer, name)),
    unchanged: names.filter((name) => known(name) && older[name] === newer[name]),
  };
}

/** The newer schema, in which each unchanged entity is the very object of the older one. */
export function keepUnchanged<S extends CacheableSchema>(older: S, newer: S, difference: SchemaDifference): S {
  const unchanged = new Set(difference.unchanged);
  const entities = mapEntities(newer.entities, (entity, name) => (unchanged.has(name) ? older.entities[name] : entity));
  return { ...newer, entities };
}

/** A document may call an entity `__proto__`, so assignment to a plain object is not good enough. */
function mapEntities<E, T>(
  entities: Readonly<Record<string, E>>,
  map: (entity: E, name: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(entities).map(([name, entity]) => [name, map(entity, name)]));
}
