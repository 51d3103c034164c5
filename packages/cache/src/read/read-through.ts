import type { CacheStore } from '../store/cache-store.js';
import { SingleFlight } from './single-flight.js';
import { TagGenerations } from './tag-generations.js';
import type { Generations } from './tag-generations.js';

/** How {@link readThrough} keeps what it loads. */
export interface ReadThroughOptions<A> {
  readonly store: CacheStore;
  /** Milliseconds for which a value is handed out without a load. */
  readonly ttlMs: number;
  /** Milliseconds after `ttlMs` in which the old value is handed out while a new one loads. @default 0 */
  readonly staleWhileRevalidateMs?: number;
  /** What tells one value from another. @default the argument as JSON */
  readonly key?: (argument: A) => string;
  /** Names by which the value can be invalidated. @default none */
  readonly tags?: (argument: A) => readonly string[];
  /** Epoch milliseconds; for tests. @default Date.now */
  readonly now?: () => number;
}

/** Counts since the cache was made. */
export interface ReadThroughStats {
  readonly hits: number;
  readonly misses: number;
  /** Times a reader was given an old value while a new one was loading. */
  readonly stale: number;
  /** Times the store failed; the value was then loaded as if there were no cache. */
  readonly storeErrors: number;
}

/** A load with a memory. */
export interface ReadThrough<A, V> {
  /** The value, from the store or loaded; `signal` ends this caller's wait, and the load when nobody else waits. */
  read(argument: A, signal?: AbortSignal): Promise<V>;
  /** From now on, nothing that carries one of these tags is handed out. Never rejects. */
  invalidate(...tags: readonly string[]): Promise<void>;
  /** Forgets everything in the store. */
  clear(): Promise<void>;
  stats(): ReadThroughStats;
}

interface Kept {
  readonly value: unknown;
  readonly loadedAt: number;
  readonly generations: Generations;
}

/**
 * Puts a cache in front of `load`, whose values are JSON data. Readers of the same key share one load; a failed load is
 * not kept; each reader gets a copy of its own.
 */
export function readThrough<A, V>(
  load: (argument: A, signal: AbortSignal) => Promise<V>,
  options: ReadThroughOptions<A>,
): ReadThrough<A, V> {
  return new StoredReads(load, options);
}

class StoredReads<A, V> implements ReadThrough<A, V> {
  readonly #load: (argument: A, signal: AbortSignal) => Promise<V>;
  readonly #options: ReadThroughOptions<A>;
  readonly #now: () => number;
  readonly #tags: TagGenerations;
  readonly #loads = new SingleFlight<V>();
  readonly #counts = { hits: 0, misses: 0, stale: 0, storeErrors: 0 };

  constructor(load: (argument: A, signal: AbortSignal) => Promise<V>, options: ReadThroughOptions<A>) {
    this.#load = load;
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#tags = new TagGenerations(options.store);
  }

  async read(argument: A, signal?: AbortSignal): Promise<V> {
    signal?.throwIfAborted();
    const key = `read:${this.#options.key?.(argument) ?? JSON.stringify(argument)}`;
    const kept = await this.#kept(key);
    const age = kept === undefined ? Infinity : this.#now() - kept.loadedAt;
    if (kept !== undefined && age < this.#options.ttlMs) {
      this.#counts.hits += 1;
      return kept.value as V;
    }
    if (kept !== undefined && age < this.#options.ttlMs + (this.#options.staleWhileRevalidateMs ?? 0)) {
      this.#counts.stale += 1;
      this.#fly(key, argument).catch(() => undefined); // the next reader past the stale time meets the error
      return kept.value as V;
    }
    this.#counts.misses += 1;
    return structuredClone(await this.#fly(key, argument, signal));
  }

  async invalidate(...tags: readonly string[]): Promise<void> {
    this.#loads.forget(tags);
    await this.#tags.renew(tags).catch(() => this.#storeFailed());
  }

  async clear(): Promise<void> {
    this.#loads.forgetAll();
    await this.#options.store.clear();
  }

  stats(): ReadThroughStats {
    return { ...this.#counts };
  }

  #fly(key: string, argument: A, signal?: AbortSignal): Promise<V> {
    const tags = this.#options.tags?.(argument) ?? [];
    return this.#loads.join(key, tags, signal, async (shared) => {
      // Taken before the load: what is invalidated while it runs must not be kept as new.
      const generations = await this.#tags.current(tags).catch(() => this.#storeFailed());
      const value = await this.#load(argument, shared);
      if (generations !== undefined) await this.#keep(key, { value, loadedAt: this.#now(), generations });
      return value;
    });
  }

  async #kept(key: string): Promise<Kept | undefined> {
    try {
      const kept = (await this.#options.store.get(key)) as Kept | undefined;
      return kept !== undefined && (await this.#tags.stillHold(kept.generations)) ? kept : undefined;
    } catch {
      return this.#storeFailed();
    }
  }

  async #keep(key: string, kept: Kept): Promise<void> {
    const ttlMs = this.#options.ttlMs + (this.#options.staleWhileRevalidateMs ?? 0);
    await this.#options.store.set(key, kept, { ttlMs }).catch(() => this.#storeFailed());
  }

  #storeFailed(): undefined {
    this.#counts.storeErrors += 1;
  }
}
