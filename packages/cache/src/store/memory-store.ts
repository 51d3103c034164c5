import type { LRUCache } from 'lru-cache';
import type { CacheSetOptions, CacheStore } from './cache-store.js';
import { jsonText } from './json-text.js';

/** Bounds of a {@link memoryStore}; whichever is met first drops the value that was used longest ago. */
export interface MemoryStoreOptions {
  /** @default 1000 */
  readonly maxEntries?: number;
  /** Sum of the values' JSON lengths in characters. @default 50 million */
  readonly maxSize?: number;
  /** Milliseconds a value is kept unless `set` says otherwise. @default no end */
  readonly ttlMs?: number;
  /** Epoch milliseconds; for tests. @default Date.now */
  readonly now?: () => number;
}

/** Keeps values in this process's memory, least recently used out first. */
export function memoryStore(options: MemoryStoreOptions = {}): CacheStore {
  return new MemoryStore(options);
}

class MemoryStore implements CacheStore {
  readonly #options: MemoryStoreOptions;
  #texts: Promise<LRUCache<string, string>> | undefined;

  constructor(options: MemoryStoreOptions) {
    this.#options = options;
  }

  async get(key: string): Promise<unknown> {
    const text = (await this.#lru()).get(key);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  async set(key: string, value: unknown, { ttlMs = this.#options.ttlMs }: CacheSetOptions = {}): Promise<void> {
    const text = jsonText(key, value);
    const texts = await this.#lru();
    // lru-cache reads a time of 0 as "for ever".
    if (ttlMs !== undefined && ttlMs <= 0) texts.delete(key);
    else texts.set(key, text, ttlMs === undefined || ttlMs === Infinity ? { ttl: 0 } : { ttl: Math.ceil(ttlMs) });
  }

  async delete(key: string): Promise<boolean> {
    const texts = await this.#lru();
    return texts.has(key) && texts.delete(key);
  }

  async clear(): Promise<void> {
    (await this.#lru()).clear();
  }

  /** Loaded on first use, because most programs that import us never keep anything here. */
  #lru(): Promise<LRUCache<string, string>> {
    return (this.#texts ??= import('lru-cache').then(({ LRUCache: Lru }) => {
      const { maxEntries = 1000, maxSize = 50_000_000, now = Date.now } = this.#options;
      return new Lru({
        max: maxEntries,
        maxSize,
        sizeCalculation: (text, key) => text.length + key.length,
        ttlResolution: 0,
        perf: { now },
      });
    }));
  }
}
