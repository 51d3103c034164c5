/** How long one value is kept, when that differs from the store's own habit. */
export interface CacheSetOptions {
  /** Milliseconds until the value is no longer returned; 0 or less keeps nothing. @default the store's own time */
  readonly ttlMs?: number;
}

/**
 * A place that keeps JSON data by key for a while. Every implementation passes `describeCacheStore` of
 * `@acurecord/cache/testing`.
 *
 * A value comes back as a fresh copy each time: who changes it changes only the copy.
 */
export interface CacheStore {
  /** The value kept under `key`; `undefined` when there is none, it has expired, or what is there cannot be read back. */
  get(key: string): Promise<unknown>;
  /** Keeps JSON data (anything but `undefined`, functions and symbols) in place of what was there. */
  set(key: string, value: unknown, options?: CacheSetOptions): Promise<void>;
  /** Forgets one value; says whether there was one. */
  delete(key: string): Promise<boolean>;
  /** Forgets every value of this store, and nothing that others keep in the same place. */
  clear(): Promise<void>;
}
