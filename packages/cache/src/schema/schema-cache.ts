import type { CacheStore } from '../store/cache-store.js';
import type { CacheableSchema, SchemaDifference } from './schema-difference.js';
import { differenceOf, keepUnchanged } from './schema-difference.js';
import type { SchemaEntry, SchemaIdentity } from './schema-entry.js';
import { entryFrom, keptForm, newEntry, schemaKey } from './schema-entry.js';

/** How a {@link SchemaCache} keeps schemas. */
export interface SchemaCacheOptions {
  readonly store: CacheStore;
  /** Hours after which a kept schema is looked up again. @default 24 */
  readonly ttlHours?: number;
  /** Names the form of what is kept; schemas of another kind are never handed out. @default '1' */
  readonly kind?: string;
  /** Epoch milliseconds; for tests. @default Date.now */
  readonly now?: () => number;
}

/** What {@link SchemaCache.resolve} goes by. */
export interface ResolveOptions<S> {
  /** The server's build now; another one than that of the kept schema means that schema may be wrong. */
  readonly build: string;
  /** Downloads the schema. */
  readonly load: () => Promise<S>;
  /** Download in any case. @default false */
  readonly forceRebuild?: boolean;
}

/** A schema, and where it came from. */
export interface ResolvedSchema<S> {
  readonly schema: S;
  /** `stale`: from the cache although its time is up; `refresh` is under way. */
  readonly source: 'cache' | 'stale' | 'server';
  /**
   * Ends when the newer schema is kept for next time; never rejects. `undefined` when the download failed, which
   * {@link SchemaCacheStats.lastProblem} then tells.
   */
  readonly refresh?: Promise<SchemaDifference | undefined>;
}

/** Counts since the cache object was made. */
export interface SchemaCacheStats {
  /** Schemas that came without a download. */
  readonly hits: number;
  /** Schemas that had to be downloaded first. */
  readonly misses: number;
  /** Age of the schema handed out last, since its download; `null` before the first. */
  readonly ageHours: number | null;
  /** Why the cache could not be read or written last time, if so; the schema itself was had all the same. */
  readonly lastProblem?: string;
}

const HOUR_MS = 3_600_000;

/**
 * Keeps the description of an endpoint between runs of a program, and replaces only the entities that changed.
 *
 * A kept schema is used as long as the server's build is the same. When its time is up it is still used, and refreshed
 * in the background for the next run. A store that fails costs a download, never an error.
 */
export class SchemaCache<S extends CacheableSchema> {
  readonly #store: CacheStore;
  readonly #ttlMs: number;
  readonly #kind: string;
  readonly #now: () => number;
  /** What this object handed out last, so that unchanged entities stay the same objects within a process. */
  readonly #latest = new Map<string, SchemaEntry<S>>();
  #hits = 0;
  #misses = 0;
  #savedAt: number | undefined;
  #lastProblem: string | undefined;
  #lastDifferentialUpdate: SchemaDifference | undefined;

  constructor({ store, ttlHours = 24, kind = '1', now = Date.now }: SchemaCacheOptions) {
    this.#store = store;
    this.#ttlMs = ttlHours * HOUR_MS;
    this.#kind = kind;
    this.#now = now;
  }

  /** What the last download changed; on the first download everything is added. */
  get lastDifferentialUpdate(): SchemaDifference | undefined {
    return this.#lastDifferentialUpdate;
  }

  /** The schema from the store when it still holds, otherwise downloaded and merged with what was kept. */
  async resolve(
    identity: SchemaIdentity,
    { build, load, forceRebuild }: ResolveOptions<S>,
  ): Promise<ResolvedSchema<S>> {
    const key = schemaKey(identity, this.#kind);
    const kept = await this.#read(key);
    if (kept === undefined || kept.build !== build || forceRebuild) {
      this.#misses += 1;
      return { schema: await this.#update(key, kept, build, load), source: 'server' };
    }
    this.#hits += 1;
    this.#savedAt = kept.savedAt;
    this.#latest.set(key, kept);
    const age = this.#now() - kept.savedAt;
    // A clock that was set back makes the age negative; such a schema counts as old.
    if (age >= 0 && age < this.#ttlMs) return { schema: kept.schema, source: 'cache' };
    return { schema: kept.schema, source: 'stale', refresh: this.#refresh(key, kept, build, load) };
  }

  /** Counts and age. */
  stats(): SchemaCacheStats {
    const ageHours = this.#savedAt === undefined ? null : Math.max(0, this.#now() - this.#savedAt) / HOUR_MS;
    const problem = this.#lastProblem === undefined ? {} : { lastProblem: this.#lastProblem };
    return { hits: this.#hits, misses: this.#misses, ageHours, ...problem };
  }

  /** Forgets every schema of the store. */
  async clear(): Promise<void> {
    await this.#store.clear();
    this.#latest.clear();
    this.#savedAt = undefined;
  }

  async #refresh(key: string, kept: SchemaEntry<S>, build: string, load: () => Promise<S>) {
    try {
      await this.#update(key, kept, build, load);
      return this.#lastDifferentialUpdate;
    } catch (error) {
      this.#note(error);
      return undefined;
    }
  }

  async #update(key: string, kept: SchemaEntry<S> | undefined, build: string, load: () => Promise<S>): Promise<S> {
    const fresh = await newEntry(await load(), build, this.#now());
    const before = this.#latest.get(key) ?? kept;
    const difference = differenceOf(before?.hashes ?? {}, fresh.hashes);
    const schema = before === undefined ? fresh.schema : keepUnchanged(before.schema, fresh.schema, difference);
    this.#latest.set(key, { ...fresh, schema });
    this.#lastDifferentialUpdate = difference;
    this.#savedAt = fresh.savedAt;
    await this.#store.set(key, keptForm(fresh)).catch((error: unknown) => this.#note(error));
    return schema;
  }

  async #read(key: string): Promise<SchemaEntry<S> | undefined> {
    try {
      return entryFrom<S>(await this.#store.get(key));
    } catch (error) {
      this.#note(error);
      return undefined;
    }
  }

  #note(error: unknown): void {
    this.#lastProblem = error instanceof Error ? error.message : String(error);
  }
}
