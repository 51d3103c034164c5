import type { CacheStore } from '../store/cache-store.js';

/** For each tag, the generation that a value belongs to. */
export type Generations = Readonly<Record<string, string>>;

/**
 * Invalidation by tag in a store that cannot be searched, shared by several processes perhaps: a tag has a generation
 * in the store, a value remembers those it was loaded under, and a new generation makes all older values void.
 */
export class TagGenerations {
  readonly #store: CacheStore;
  /** Tags whose new generation could not be written: nothing that carries one is believed until it could. */
  readonly #owed = new Set<string>();

  constructor(store: CacheStore) {
    this.#store = store;
  }

  /** The generations of these tags now; a tag without one gets one. */
  async current(tags: readonly string[]): Promise<Generations> {
    await this.#payOwed(tags);
    const pairs = tags.map(async (tag) => [tag, (await this.#read(tag)) ?? (await this.#start(tag))] as const);
    return Object.fromEntries(await Promise.all(pairs));
  }

  /** Whether none of the tags has been renewed since; a generation that the store has lost counts as renewed. */
  async stillHold(generations: Generations): Promise<boolean> {
    await this.#payOwed(Object.keys(generations));
    const pairs = Object.entries(generations).map(async ([tag, generation]) => (await this.#read(tag)) === generation);
    return (await Promise.all(pairs)).every(Boolean);
  }

  /** Voids every value that carries one of these tags. */
  async renew(tags: readonly string[]): Promise<void> {
    for (const tag of tags) this.#owed.add(tag);
    await this.#payOwed(tags);
  }

  async #payOwed(tags: readonly string[]): Promise<void> {
    for (const tag of tags) {
      if (!this.#owed.has(tag)) continue;
      await this.#start(tag);
      this.#owed.delete(tag);
    }
  }

  async #start(tag: string): Promise<string> {
    const generation = crypto.randomUUID();
    await this.#store.set(`tag:${tag}`, generation, { ttlMs: Infinity });
    return generation;
  }

  async #read(tag: string): Promise<string | undefined> {
    const generation = await this.#store.get(`tag:${tag}`);
    return typeof generation === 'string' ? generation : undefined;
  }
}
