import type { CacheableSchema, EntityHashes } from './schema-difference.js';
import { hashEntities } from './schema-difference.js';

/** Which schema: the same endpoint looks different in another tenant or on another site. */
export interface SchemaIdentity {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly endpoint: string;
  readonly version: string;
}

/** A schema as it is kept, with all that tells whether it still holds. */
export interface SchemaEntry<S extends CacheableSchema> {
  /** The build of the server that described itself so. */
  readonly build: string;
  /** Epoch milliseconds of the download. */
  readonly savedAt: number;
  readonly hashes: EntityHashes;
  readonly schema: S;
}

/** Grows whenever the form of an entry does, so that two versions of this package can share a folder. */
const FORMAT = 1;

/** The key that a store keeps a schema under. `kind` tells apart schemas that other versions of a program make. */
export function schemaKey({ baseUrl, tenant, endpoint, version }: SchemaIdentity, kind: string): string {
  return JSON.stringify(['acurecord-schema', FORMAT, kind, baseUrl, tenant, endpoint, version]);
}

/** Wraps a schema that was just downloaded. */
export function newEntry<S extends CacheableSchema>(schema: S, build: string, savedAt: number): SchemaEntry<S> {
  return { build, savedAt, hashes: hashEntities(schema), schema };
}

/** Whether what came out of a store is a whole entry, and not the remains of something else. */
export function isEntry<S extends CacheableSchema>(value: unknown): value is SchemaEntry<S> {
  if (!isRecord(value) || !isRecord(value['hashes']) || !isRecord(value['schema'])) return false;
  const { build, savedAt, hashes, schema } = value;
  if (typeof build !== 'string' || typeof savedAt !== 'number' || !isRecord(schema['entities'])) return false;
  const names = Object.keys(schema['entities']);
  return names.length === Object.keys(hashes).length && names.every((name) => typeof hashes[name] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
