import type { CacheStore } from '@acurecord/cache';

/** Which reads a client keeps, and for how long. */
export interface ReadCacheOptions {
  /** Milliseconds for which an answer is handed out again. */
  readonly ttlMs: number;
  /** Milliseconds after that in which the old answer is handed out while a new one is on its way. @default 0 */
  readonly staleWhileRevalidateMs?: number;
  /** Where answers are kept. @default a memory store of 1,000 answers */
  readonly store?: CacheStore;
  /** Names of the entities whose reads are kept. @default all */
  readonly entities?: readonly string[];
}
