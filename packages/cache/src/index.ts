// Places to keep JSON data
export type { CacheSetOptions, CacheStore } from './store/cache-store.js';
export { memoryStore } from './store/memory-store.js';
export type { MemoryStoreOptions } from './store/memory-store.js';
export { diskStore } from './store/disk-store.js';
export type { DiskStoreOptions } from './store/disk-store.js';
export { nodeFiles } from './store/disk-files.js';
export type { DiskFiles } from './store/disk-files.js';
export { keyvStore } from './store/keyv-store.js';
export type { KeyvLike } from './store/keyv-store.js';

// Schemas between runs
export { SchemaCache } from './schema/schema-cache.js';
export type { ResolvedSchema, ResolveOptions, SchemaCacheOptions, SchemaCacheStats } from './schema/schema-cache.js';
export type { SchemaIdentity } from './schema/schema-entry.js';
export { differenceOf, hashEntities, keepUnchanged } from './schema/schema-difference.js';
export type { CacheableSchema, EntityHashes, SchemaDifference } from './schema/schema-difference.js';

// Reads within a run
export { readThrough } from './read/read-through.js';
export type { ReadThrough, ReadThroughOptions, ReadThroughStats } from './read/read-through.js';
