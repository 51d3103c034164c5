import { parsedOnDemand } from './parsed-on-demand.js';
import type { CacheableSchema, EntityHashes, EntityTexts } from './schema-difference.js';
import { entityTexts, hashTexts } from './schema-difference.js';

/** Which schema: the same endpoint looks different in another tenant or on another site. */
export interface SchemaIdentity {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly endpoint: string;
  readonly version: string;
}

/** A schema with all that tells whether it still holds. */
export interface SchemaEntry<S extends CacheableSchema> {
  /** The build of the server that described itself so. */
  readonly build: string;
  /** Epoch milliseconds of the download. */
  readonly savedAt: number;
  readonly hashes: EntityHashes;
  readonly texts: EntityTexts;
  readonly schema: S;
}

/** Grows whenever the form of an entry does, so that two versions of this package can share a folder. */
const FORMAT = 2;

/** The key that a store keeps a schema under. `kind` tells apart schemas that other versions of a program make. */
export function schemaKey({ baseUrl, tenant, endpoint, version }: SchemaIdentity, kind: string): string {
  return JSON.stringify(['acurecord-schema', FORMAT, kind, baseUrl, tenant, endpoint, version]);
}

/** Wraps a schema that was just downloaded. */
export async function newEntry<S extends CacheableSchema>(
  schema: S,
  build: string,
  savedAt: number,
): Promise<SchemaEntry<S>> {
  const texts = entityTexts(schema);
  return { build, savedAt, hashes: await hashTexts(texts), texts, schema };
}

/** What a store keeps of an entry: each entity as its text, so that who reads it parses only the entities in use. */
export function keptForm<S extends CacheableSchema>({ texts, schema, ...rest }: SchemaEntry<S>): unknown {
  return { ...rest, schema: { ...schema, entities: texts } };
}

/** The entry that a store kept; `undefined` for the remains of something else. */
export function entryFrom<S extends CacheableSchema>(kept: unknown): SchemaEntry<S> | undefined {
  if (!isRecord(kept) || !isRecord(kept['hashes']) || !isRecord(kept['schema'])) return undefined;
  const { build, savedAt, hashes, schema } = kept;
  const texts = schema['entities'];
  if (typeof build !== 'string' || typeof savedAt !== 'number' || !isRecord(texts)) return undefined;
  if (!isTable(texts) || !isTable(hashes) || !haveSameNames(texts, hashes)) return undefined;
  return { build, savedAt, hashes, texts, schema: { ...schema, entities: parsedOnDemand(texts) } as unknown as S };
}

function isTable(value: Record<string, unknown>): value is Record<string, string> {
  return Object.values(value).every((text) => typeof text === 'string');
}

function haveSameNames(first: object, second: object): boolean {
  const names = Object.keys(first);
  return names.length === Object.keys(second).length && names.every((name) => Object.hasOwn(second, name));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
