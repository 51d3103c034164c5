import type { ReadThroughStats } from '@acurecord/cache';
import type { CachedGateway } from './cached-gateway.js';

/** The read cache of a client, as an application steers it. Does nothing where reads are not kept. */
export class ReadCacheControl {
  readonly #cache: () => CachedGateway | undefined;

  /** Made by a client. */
  constructor(cache: () => CachedGateway | undefined) {
    this.#cache = cache;
  }

  /** Whether reads are kept. */
  get enabled(): boolean {
    return this.#cache() !== undefined;
  }

  /** From now on, nothing that was kept of these entities or inquiries is handed out. */
  async invalidate(...names: readonly string[]): Promise<void> {
    await this.#cache()?.invalidate(...names);
  }

  /** Forgets all reads. */
  async clear(): Promise<void> {
    await this.#cache()?.clear();
  }

  stats(): ReadThroughStats {
    return this.#cache()?.stats() ?? { hits: 0, misses: 0, stale: 0, storeErrors: 0 };
  }
}
