import type { CacheStore } from '../store/cache-store.js';

/** One store for one test. */
export interface CacheStoreUnderTest {
  readonly store: CacheStore;
  /** Lets so many milliseconds pass for the store. */
  readonly advance: (ms: number) => void | Promise<void>;
  /** Clears up afterwards. */
  readonly close?: () => void | Promise<void>;
}

type Case = readonly [sentence: string, run: (under: CacheStoreUnderTest) => Promise<void>];

const cases: readonly Case[] = [
  [
    'gives back nothing for a key it does not know',
    async ({ store }) => {
      expect(await store.get('nobody')).toBeUndefined();
    },
  ],
  [
    'gives back each kind of JSON data as it was',
    async ({ store }) => {
      const values = [{ a: [1, 'two', null, true, { b: 0.5 }] }, [], '', 'é\u2028"', 0, false, null];
      for (const [index, value] of values.entries()) await store.set(`kind ${index}`, value);
      for (const [index, value] of values.entries()) expect(await store.get(`kind ${index}`)).toEqual(value);
    },
  ],
  [
    'tells keys apart, whatever is in them',
    async ({ store }) => {
      const keys = ['a', 'A', 'a/b', '../a', 'a b', 'a:b', 'é', '__proto__', 'x'.repeat(500), ''];
      for (const key of keys) await store.set(key, { key });
      for (const key of keys) expect(await store.get(key)).toEqual({ key });
    },
  ],
  [
    'replaces what was there',
    async ({ store }) => {
      await store.set('key', { first: 1 });
      await store.set('key', { second: 2 });
      expect(await store.get('key')).toEqual({ second: 2 });
    },
  ],
  [
    'gives each reader a copy of its own',
    async ({ store }) => {
      const written = { rows: [1] };
      await store.set('key', written);
      written.rows.push(2);
      const read = (await store.get('key')) as { rows: number[] };
      read.rows.push(3);
      expect(await store.get('key')).toEqual({ rows: [1] });
    },
  ],
  [
    'forgets a value when its time is over, and not before',
    async ({ store, advance }) => {
      await store.set('short', 1, { ttlMs: 1_000 });
      await store.set('long', 2, { ttlMs: 60_000 });
      await store.set('endless', 3, { ttlMs: Infinity });
      await advance(900);
      expect(await store.get('short')).toBe(1);
      await advance(200);
      expect(await store.get('short')).toBeUndefined();
      expect([await store.get('long'), await store.get('endless')]).toEqual([2, 3]);
    },
  ],
  [
    'keeps nothing when there is no time left, not even what was there before',
    async ({ store }) => {
      await store.set('key', 'old');
      await store.set('key', 'new', { ttlMs: 0 });
      expect(await store.get('key')).toBeUndefined();
    },
  ],
  [
    'deletes one value and says whether it was there',
    async ({ store }) => {
      await store.set('gone', 1);
      await store.set('stays', 2);
      expect([await store.delete('gone'), await store.delete('gone')]).toEqual([true, false]);
      expect([await store.get('gone'), await store.get('stays')]).toEqual([undefined, 2]);
    },
  ],
  [
    'clears everything, and goes on working',
    async ({ store }) => {
      await store.set('one', 1);
      await store.set('two', 2);
      await store.clear();
      await store.clear();
      expect([await store.get('one'), await store.get('two')]).toEqual([undefined, undefined]);
      await store.set('one', 'again');
      expect(await store.get('one')).toBe('again');
    },
  ],
  [
    'refuses what is not JSON data',
    async ({ store }) => {
      const cycle: Record<string, unknown> = {};
      cycle['self'] = cycle;
      for (const value of [undefined, () => 1, cycle, 1n]) {
        await expect(store.set('key', value)).rejects.toThrow('not JSON data');
      }
      expect(await store.get('key')).toBeUndefined();
    },
  ],
  [
    'bears many writers at once',
    async ({ store }) => {
      const turns = Array.from({ length: 50 }, (_, index) => index);
      await Promise.all(turns.map((turn) => store.set(`key ${turn % 5}`, { turn, text: 'x'.repeat(2_000) })));
      for (const name of [0, 1, 2, 3, 4])
        expect(await store.get(`key ${name}`)).toMatchObject({ text: 'x'.repeat(2_000) });
    },
  ],
];

/**
 * The tests that every {@link CacheStore} must pass; call it at the top of a jest test file. `create` makes an empty
 * store for one test.
 */
export function describeCacheStore(
  name: string,
  create: () => CacheStoreUnderTest | Promise<CacheStoreUnderTest>,
): void {
  describe(`${name} as a cache store`, () => {
    test.each(cases)('%s', async (_, run) => {
      const under = await create();
      try {
        await run(under);
      } finally {
        await under.close?.();
      }
    });
  });
}
