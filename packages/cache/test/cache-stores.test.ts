import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Keyv from 'keyv';
import { diskStore, keyvStore, memoryStore } from '@acurecord/cache';
import { describeCacheStore } from '@acurecord/cache/testing';

describeCacheStore('memoryStore', () => {
  let time = 1_700_000_000_000;
  return { store: memoryStore({ now: () => time }), advance: (ms) => void (time += ms) };
});

describeCacheStore('diskStore', async () => {
  let time = 1_700_000_000_000;
  const directory = await mkdtemp(join(tmpdir(), 'acurecord-store-'));
  const store = diskStore({ directory: join(directory, 'made', 'for us'), now: () => time });
  return { store, advance: (ms) => void (time += ms), close: () => rm(directory, { recursive: true }) };
});

describeCacheStore('keyvStore over Keyv', () => {
  const rows = new Map<string, string>();
  // Keyv goes by the real clock, so time passes by moving the ends of what it keeps.
  const advance = (ms: number): void => {
    for (const [key, text] of rows) {
      const row = JSON.parse(text) as { value: string; expires?: number };
      if (row.expires !== undefined) rows.set(key, JSON.stringify({ ...row, expires: row.expires - ms }));
    }
  };
  return { store: keyvStore(new Keyv({ store: rows, namespace: 'acurecord' })), advance };
});

test('a memory store drops what was used longest ago when it is full by number or by size', async () => {
  const few = memoryStore({ maxEntries: 2 });
  for (const key of ['a', 'b']) await few.set(key, key);
  await few.get('a');
  await few.set('c', 'c');
  expect([await few.get('a'), await few.get('b'), await few.get('c')]).toEqual(['a', undefined, 'c']);

  const small = memoryStore({ maxSize: 100 });
  await small.set('a', 'x'.repeat(60));
  await small.set('b', 'x'.repeat(60));
  expect([await small.get('a'), await small.get('b')]).toEqual([undefined, 'x'.repeat(60)]);
});

test('the usual time of a store holds where a write does not say otherwise', async () => {
  let time = 1_700_000_000_000;
  const now = () => time;
  const directory = await mkdtemp(join(tmpdir(), 'acurecord-store-'));
  for (const store of [memoryStore({ ttlMs: 10, now }), diskStore({ directory, ttlMs: 10, now })]) {
    await store.set('key', 1);
    time += 11;
    expect(await store.get('key')).toBeUndefined();
  }
  await rm(directory, { recursive: true });
});

test('what another program left in a Keyv counts as absent', async () => {
  const keyv = new Keyv();
  const store = keyvStore(keyv);
  await keyv.set('text', 'not json');
  await keyv.set('object', { not: 'ours' });
  expect([await store.get('text'), await store.get('object')]).toEqual([undefined, undefined]);
});
