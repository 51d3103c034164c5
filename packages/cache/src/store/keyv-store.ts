import type { CacheSetOptions, CacheStore } from './cache-store.js';
import { jsonText } from './json-text.js';

/** What is used of a Keyv, of version 5 or one like it, over any of its adapters (Redis, SQLite, Postgres, …). */
export interface KeyvLike {
  get(key: string): Promise<unknown>;
  set(key: string, value: string, ttlMs?: number): Promise<unknown>;
  delete(key: string): Promise<boolean>;
  clear(): Promise<void>;
}

/**
 * Keeps values in a Keyv, so that several machines can share them. Give the Keyv a `namespace` of its own, because
 * `clear()` empties it: `keyvStore(new Keyv({ store, namespace: 'acurecord' }))`.
 */
export function keyvStore(keyv: KeyvLike): CacheStore {
  return new KeyvStore(keyv);
}

class KeyvStore implements CacheStore {
  readonly #keyv: KeyvLike;

  constructor(keyv: KeyvLike) {
    this.#keyv = keyv;
  }

  async get(key: string): Promise<unknown> {
    const text = await this.#keyv.get(key);
    if (typeof text !== 'string') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined; // written by another program
    }
  }

  async set(key: string, value: unknown, { ttlMs }: CacheSetOptions = {}): Promise<void> {
    const text = jsonText(key, value);
    if (ttlMs !== undefined && ttlMs <= 0) await this.#keyv.delete(key);
    else await this.#keyv.set(key, text, ...(ttlMs === undefined || ttlMs === Infinity ? [] : [Math.ceil(ttlMs)]));
  }

  async delete(key: string): Promise<boolean> {
    return this.#keyv.delete(key);
  }

  async clear(): Promise<void> {
    await this.#keyv.clear();
  }
}
