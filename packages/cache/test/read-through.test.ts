import { memoryStore, readThrough } from '@acurecord/cache';
import type { CacheStore, ReadThroughOptions } from '@acurecord/cache';

interface Read {
  readonly entity: string;
  readonly id: number;
}

/** A source whose rows change at each load; each load can be held until released. */
function source(options: Partial<ReadThroughOptions<Read>> = {}) {
  const state = {
    loads: 0,
    time: 1_700_000_000_000,
    signals: [] as AbortSignal[],
    hold: undefined as Promise<void> | undefined,
  };
  const load = async (read: Read, signal: AbortSignal): Promise<{ row: number; of: string }> => {
    const row = (state.loads += 1);
    state.signals.push(signal);
    await state.hold;
    if (read.id < 0) throw new Error('no such row');
    return { row, of: read.entity };
  };
  const now = () => state.time;
  const tags = ({ entity }: Read) => [entity];
  const cache = readThrough(load, { store: memoryStore({ now }), ttlMs: 1_000, tags, now, ...options });
  return Object.assign(state, { cache });
}

function gate(): { held: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (open = resolve));
  return { held, open };
}

const customer: Read = { entity: 'Customer', id: 1 };

test('a value is loaded once while its time lasts, and again after it', async () => {
  const erp = source();
  expect([await erp.cache.read(customer), await erp.cache.read(customer)]).toMatchObject([{ row: 1 }, { row: 1 }]);
  erp.time += 1_000;
  expect(await erp.cache.read(customer)).toMatchObject({ row: 2 });
  expect(erp.cache.stats()).toEqual({ hits: 1, misses: 2, stale: 0, storeErrors: 0 });
});

test('readers at the same time share one load, and each gets a copy of its own', async () => {
  const erp = source();
  const rows = await Promise.all([erp.cache.read(customer), erp.cache.read(customer)]);
  expect(erp.loads).toBe(1);
  expect(rows[0]).toEqual(rows[1]);
  expect(rows[0]).not.toBe(rows[1]);
});

test('a failed load is not kept', async () => {
  const erp = source();
  const missing = { entity: 'Customer', id: -1 };
  await expect(erp.cache.read(missing)).rejects.toThrow('no such row');
  await expect(erp.cache.read(missing)).rejects.toThrow('no such row');
  expect(erp.loads).toBe(2);
});

test('an old value is handed out while a new one loads, when that is allowed', async () => {
  const erp = source({ staleWhileRevalidateMs: 5_000 });
  await erp.cache.read(customer);
  erp.time += 1_500;
  expect(await erp.cache.read(customer)).toMatchObject({ row: 1 });
  await new Promise(setImmediate);
  expect(await erp.cache.read(customer)).toMatchObject({ row: 2 });
  expect(erp.cache.stats()).toMatchObject({ stale: 1, hits: 1, misses: 1 });
});

test('what carries a tag is loaded again once the tag is invalidated, all else is not', async () => {
  const erp = source();
  const vendor = { entity: 'Vendor', id: 1 };
  for (const read of [customer, vendor]) await erp.cache.read(read);
  await erp.cache.invalidate('Customer');
  expect([await erp.cache.read(customer), await erp.cache.read(vendor)]).toMatchObject([{ row: 3 }, { row: 2 }]);
});

test('a load that was under way when its tag was invalidated is neither kept nor joined', async () => {
  const erp = source();
  const first = gate();
  erp.hold = first.held;
  const early = erp.cache.read(customer);
  await new Promise(setImmediate);
  await erp.cache.invalidate('Customer');
  erp.hold = undefined;
  const late = await erp.cache.read(customer);
  first.open();
  expect([await early, late]).toMatchObject([{ row: 1 }, { row: 2 }]);
  expect(await erp.cache.read(customer)).toMatchObject({ row: 3 });
});

test('one who gives up leaves the load to the others; the last one ends it', async () => {
  const erp = source();
  const held = gate();
  erp.hold = held.held;
  const [first, second] = [new AbortController(), new AbortController()];
  const reads = [first, second].map(({ signal }) => erp.cache.read(customer, signal));
  const outcomes = Promise.allSettled(reads);
  await new Promise(setImmediate);
  first.abort(new Error('enough'));
  await new Promise(setImmediate);
  expect(erp.signals[0]?.aborted).toBe(false);
  second.abort(new Error('enough too'));
  expect(await outcomes).toMatchObject([{ reason: new Error('enough') }, { reason: new Error('enough too') }]);
  expect(erp.signals[0]?.aborted).toBe(true);
  held.open();
});

test('two caches over one store see each other’s invalidations', async () => {
  const store = memoryStore();
  const [ours, theirs] = [source({ store }), source({ store })];
  await ours.cache.read(customer);
  expect(await theirs.cache.read(customer)).toMatchObject({ row: 1 });
  await theirs.cache.invalidate('Customer');
  await ours.cache.read(customer);
  expect([ours.loads, theirs.loads]).toEqual([2, 0]);
});

test('a store that fails costs loads, not errors, and nothing invalidated comes back when it recovers', async () => {
  const inner = memoryStore();
  let down = false;
  const whenUp =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      down ? Promise.reject(new Error('connection refused')) : call(...args);
  const store: CacheStore = {
    get: whenUp((key) => inner.get(key)),
    set: whenUp((key, value, options) => inner.set(key, value, options)),
    delete: whenUp((key) => inner.delete(key)),
    clear: whenUp(() => inner.clear()),
  };
  const erp = source({ store });
  await erp.cache.read(customer);
  down = true;
  expect(await erp.cache.read(customer)).toMatchObject({ row: 2 });
  await erp.cache.invalidate('Customer');
  down = false;
  expect(await erp.cache.read(customer)).toMatchObject({ row: 3 });
  expect(erp.cache.stats().storeErrors).toBeGreaterThan(0);
});

test('clearing forgets everything', async () => {
  const erp = source();
  await erp.cache.read(customer);
  await erp.cache.clear();
  expect(await erp.cache.read(customer)).toMatchObject({ row: 2 });
});

test('a signal that was aborted before the read ends it at once', async () => {
  const erp = source();
  await expect(erp.cache.read(customer, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  expect(erp.loads).toBe(0);
});

test('a value without tags is kept, and told from others by its argument', async () => {
  let loads = 0;
  const cache = readThrough(async (of: string) => `${of} ${(loads += 1)}`, { store: memoryStore(), ttlMs: 1_000 });
  expect([await cache.read('a'), await cache.read('b'), await cache.read('a')]).toEqual(['a 1', 'b 2', 'a 1']);
});

test('a value is told from others by its key where one is given', async () => {
  const erp = source({ key: ({ entity }) => entity });
  expect(await erp.cache.read(customer)).toEqual(await erp.cache.read({ entity: 'Customer', id: 2 }));
  expect(erp.loads).toBe(1);
});

test('a value with several tags is loaded again once any of them is invalidated', async () => {
  const erp = source({ tags: ({ entity, id }) => [entity, `${entity} ${id}`] });
  await erp.cache.read(customer);
  await erp.cache.invalidate('Customer 1');
  expect(await erp.cache.read(customer)).toMatchObject({ row: 2 });
  await erp.cache.invalidate('Customer');
  expect(await erp.cache.read(customer)).toMatchObject({ row: 3 });
});

test('an old value is handed out no longer than is allowed, and kept in the store no longer', async () => {
  const store = memoryStore();
  const times: unknown[] = [];
  const watched: CacheStore = {
    ...store,
    get: (key) => store.get(key),
    set: (key, value, options) => {
      times.push([key.split(':')[0], options?.ttlMs]);
      return store.set(key, value, options);
    },
  };
  const erp = source({ store: watched, staleWhileRevalidateMs: 5_000 });
  await erp.cache.read(customer);
  expect(times).toEqual([
    ['tag', Infinity],
    ['read', 6_000],
  ]);
  erp.time += 6_000;
  expect(await erp.cache.read(customer)).toMatchObject({ row: 2 });
  expect(erp.cache.stats()).toMatchObject({ stale: 0, misses: 2 });
});

test('an old value whose new load fails is handed out, and nobody is told of the failure', async () => {
  const erp = source({ staleWhileRevalidateMs: 5_000 });
  await erp.cache.read(customer);
  erp.time += 1_500;
  erp.hold = Promise.reject(new Error('away'));
  expect(await erp.cache.read(customer)).toMatchObject({ row: 1 });
  await new Promise(setImmediate);
  expect(erp.loads).toBe(2);
  erp.hold = undefined;
  expect(await erp.cache.read(customer)).toMatchObject({ row: 1 });
});

test('a load under way when everything was forgotten is not joined', async () => {
  const erp = source();
  const first = gate();
  erp.hold = first.held;
  const early = erp.cache.read(customer);
  await new Promise(setImmediate);
  await erp.cache.clear();
  erp.hold = undefined;
  expect(await erp.cache.read(customer)).toMatchObject({ row: 2 });
  first.open();
  expect(await early).toMatchObject({ row: 1 });
});

test('each failure of the store is counted', async () => {
  const refuse = (): Promise<never> => Promise.reject(new Error('connection refused'));
  const broken: CacheStore = { get: refuse, set: refuse, delete: refuse, clear: refuse };
  const erp = source({ store: broken });
  await erp.cache.read(customer);
  expect(erp.cache.stats()).toEqual({ hits: 0, misses: 1, stale: 0, storeErrors: 2 });
  await erp.cache.invalidate('Customer');
  expect(erp.cache.stats().storeErrors).toBe(3);
});

test('a value that cannot be kept is given all the same', async () => {
  const store = memoryStore();
  const full: CacheStore = {
    get: (key) => store.get(key),
    set: (key, value, options) =>
      key.startsWith('read:') ? Promise.reject(new Error('full')) : store.set(key, value, options),
    delete: (key) => store.delete(key),
    clear: () => store.clear(),
  };
  const erp = source({ store: full });
  expect([await erp.cache.read(customer), await erp.cache.read(customer)]).toMatchObject([{ row: 1 }, { row: 2 }]);
  expect(erp.cache.stats()).toEqual({ hits: 0, misses: 2, stale: 0, storeErrors: 2 });
});
