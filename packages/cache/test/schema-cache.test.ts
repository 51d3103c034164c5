import { fork } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SchemaCache, diskStore, memoryStore, nodeFiles } from '@acurecord/cache';
import type { CacheStore, ResolveOptions } from '@acurecord/cache';

interface Schema {
  readonly endpoint: string;
  readonly entities: Record<string, { fields: string[] }>;
}

const identity = { baseUrl: 'https://erp.example.com', tenant: 'Company', endpoint: 'Default', version: '24.200.001' };
const schema = (...names: string[]): Schema => ({
  endpoint: 'Default',
  entities: Object.fromEntries(names.map((name) => [name.replace(/\W/g, ''), { fields: [name] }])),
});

/** A server that counts its downloads. */
function server(first: Schema) {
  const state = { schema: first, build: '24.200.0001', downloads: 0 };
  const load = async (): Promise<Schema> => {
    state.downloads += 1;
    return structuredClone(state.schema);
  };
  const options = (more: Partial<ResolveOptions<Schema>> = {}) => ({ build: state.build, load, ...more });
  return Object.assign(state, { options });
}

let time = 1_700_000_000_000;
const now = () => time;
const cacheOver = (store: CacheStore, ttlHours = 24) => new SchemaCache<Schema>({ store, ttlHours, now });

test('a second start reads the schema from the store and downloads nothing', async () => {
  const store = memoryStore({ now });
  const erp = server(schema('Customer', 'Vendor'));
  const first = await cacheOver(store).resolve(identity, erp.options());
  time += 3 * 3_600_000;
  const cache = cacheOver(store);
  const second = await cache.resolve(identity, erp.options());
  expect([first.source, second.source, erp.downloads]).toEqual(['server', 'cache', 1]);
  expect(second.schema).toEqual(first.schema);
  expect(cache.stats()).toEqual({ hits: 1, misses: 0, ageHours: 3 });
  expect(cache.lastDifferentialUpdate).toBeUndefined();
});

test('the first download adds everything', async () => {
  const cache = cacheOver(memoryStore());
  await cache.resolve(identity, server(schema('Customer', 'Vendor')).options());
  expect(cache.lastDifferentialUpdate).toEqual({
    added: ['Customer', 'Vendor'],
    changed: [],
    removed: [],
    unchanged: [],
  });
  expect(cache.stats()).toMatchObject({ hits: 0, misses: 1, ageHours: 0 });
});

test.each(['baseUrl', 'tenant', 'endpoint', 'version'] as const)('another %s is another schema', async (member) => {
  const store = memoryStore();
  const erp = server(schema('Customer'));
  await cacheOver(store).resolve(identity, erp.options());
  const other = await cacheOver(store).resolve({ ...identity, [member]: 'other' }, erp.options());
  expect([other.source, erp.downloads]).toEqual(['server', 2]);
});

test('another build of the server brings a download, and only the entities that changed are new objects', async () => {
  const store = memoryStore();
  const erp = server(schema('Account', 'Bill', 'Customer', 'Vendor'));
  const cache = cacheOver(store);
  await cache.resolve(identity, erp.options());
  const kept = (await cache.resolve(identity, erp.options())).schema;
  Object.assign(erp, { schema: schema('Account', 'Bill!', 'Contact', 'Vendor'), build: '24.200.0002' });
  const { schema: merged, source } = await cache.resolve(identity, erp.options());
  expect(source).toBe('server');
  expect(cache.lastDifferentialUpdate).toEqual({
    added: ['Contact'],
    changed: ['Bill'],
    removed: ['Customer'],
    unchanged: ['Account', 'Vendor'],
  });
  expect(merged).toEqual(erp.schema);
  expect(Object.keys(merged.entities)).toEqual(Object.keys(erp.schema.entities));
  const isSame = (name: string) => merged.entities[name] === kept.entities[name];
  expect(['Account', 'Vendor', 'Bill'].map(isSame)).toEqual([true, true, false]);
});

test('a schema from the future, of a clock that was set back, counts as old', async () => {
  const store = memoryStore({ now: () => 0 });
  const erp = server(schema('Customer'));
  await cacheOver(store).resolve(identity, erp.options());
  time -= 60_000;
  const { source, refresh } = await cacheOver(store).resolve(identity, erp.options());
  await refresh;
  expect([source, erp.downloads]).toEqual(['stale', 2]);
});

test('when the time is up the old schema is used at once and the new one from the next start', async () => {
  const store = memoryStore({ now });
  const erp = server(schema('Customer'));
  await cacheOver(store, 2).resolve(identity, erp.options());
  time += 2 * 3_600_000;
  erp.schema = schema('Customer', 'Vendor');
  const stale = await cacheOver(store, 2).resolve(identity, erp.options());
  expect([stale.source, Object.keys(stale.schema.entities)]).toEqual(['stale', ['Customer']]);
  expect(await stale.refresh).toMatchObject({ added: ['Vendor'], unchanged: ['Customer'] });
  const next = await cacheOver(store, 2).resolve(identity, erp.options());
  expect([next.source, Object.keys(next.schema.entities)]).toEqual(['cache', ['Customer', 'Vendor']]);
});

test('a background refresh that fails is told, and the old schema stays', async () => {
  const store = memoryStore({ now });
  const erp = server(schema('Customer'));
  await cacheOver(store, 0).resolve(identity, erp.options());
  const cache = cacheOver(store, 0);
  const stale = await cache.resolve(
    identity,
    erp.options({ load: () => Promise.reject(new Error('the site is down')) }),
  );
  expect(await stale.refresh).toBeUndefined();
  expect(cache.stats().lastProblem).toBe('the site is down');
  expect((await cacheOver(store).resolve(identity, erp.options())).source).toBe('cache');
});

test('a forced rebuild downloads at once and still says what changed', async () => {
  const erp = server(schema('Customer'));
  const cache = cacheOver(memoryStore());
  await cache.resolve(identity, erp.options());
  expect((await cache.resolve(identity, erp.options({ forceRebuild: true }))).source).toBe('server');
  expect(cache.lastDifferentialUpdate).toEqual({ added: [], changed: [], removed: [], unchanged: ['Customer'] });
});

test('a download that fails is the error of the caller when nothing is kept', async () => {
  const cache = cacheOver(memoryStore());
  const load = () => Promise.reject(new Error('the site is down'));
  await expect(cache.resolve(identity, { build: '1', load })).rejects.toThrow('the site is down');
});

test('entities called like members of Object are entities', async () => {
  const odd = JSON.parse(
    '{"endpoint":"E","entities":{"__proto__":{"fields":["a"]},"constructor":{"fields":[]}}}',
  ) as Schema;
  const store = memoryStore();
  await cacheOver(store).resolve(identity, server(odd).options());
  const { schema: back, source } = await cacheOver(store).resolve(identity, server(odd).options());
  expect([source, JSON.stringify(back)]).toEqual(['cache', JSON.stringify(odd)]);
});

describe('on a disk', () => {
  let directory: string;
  beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'acurecord-schema-'))));
  afterEach(() => rm(directory, { recursive: true }));

  test('a file cut in half is downloaded again and replaced', async () => {
    const erp = server(schema('Customer', 'Vendor'));
    await cacheOver(diskStore({ directory })).resolve(identity, erp.options());
    const [name = ''] = await readdir(directory);
    const text = await readFile(join(directory, name), 'utf8');
    await writeFile(join(directory, name), text.slice(0, text.length / 2));
    expect((await cacheOver(diskStore({ directory })).resolve(identity, erp.options())).source).toBe('server');
    expect((await cacheOver(diskStore({ directory })).resolve(identity, erp.options())).source).toBe('cache');
  });

  test.each([
    '{}',
    '{"schema":{},"hashes":{},"build":"x","savedAt":1}',
    '{"schema":{"entities":{"A":"{}"}},"hashes":{},"build":"24.200.0001","savedAt":1}',
    '{"schema":{"entities":{"A":{}}},"hashes":{"A":"x"},"build":"24.200.0001","savedAt":1}',
  ])('an entry of another form is not handed out: %s', async (value) => {
    const erp = server(schema('Customer'));
    await cacheOver(diskStore({ directory })).resolve(identity, erp.options());
    const [name = ''] = await readdir(directory);
    const file = JSON.parse(await readFile(join(directory, name), 'utf8')) as Record<string, unknown>;
    await writeFile(join(directory, name), JSON.stringify({ ...file, value: JSON.parse(value) as unknown }));
    expect((await cacheOver(diskStore({ directory })).resolve(identity, erp.options())).source).toBe('server');
  });

  test('only entities that are looked at are parsed, once; one that was damaged says so and spoils no other', async () => {
    const erp = server(schema('Customer', 'Vendor'));
    await cacheOver(diskStore({ directory })).resolve(identity, erp.options());
    const [name = ''] = await readdir(directory);
    const text = await readFile(join(directory, name), 'utf8');
    await writeFile(join(directory, name), text.replace('[\\"Vendor\\"]', '[\\"Vendor\\"'));
    const { schema: kept, source } = await cacheOver(diskStore({ directory })).resolve(identity, erp.options());
    expect([source, Object.keys(kept.entities)]).toEqual(['cache', ['Customer', 'Vendor']]);
    expect(kept.entities['Customer']).toEqual({ fields: ['Customer'] });
    expect(kept.entities['Customer']).toBe(kept.entities['Customer']);
    expect(() => kept.entities['Vendor']).toThrow('What the cache keeps of the entity Vendor is damaged.');
  });

  test('schemas of another kind live beside ours', async () => {
    const erp = server(schema('Customer'));
    const kinds = ['1', '2'].map((kind) => new SchemaCache<Schema>({ store: diskStore({ directory }), kind }));
    for (const cache of kinds) expect((await cache.resolve(identity, erp.options())).source).toBe('server');
    for (const cache of kinds) expect((await cache.resolve(identity, erp.options())).source).toBe('cache');
  });

  test('a disk that refuses costs a download, never the start, and the reason is told', async () => {
    const refuse = () => Promise.reject(new Error('EROFS: read-only file system'));
    const cache = cacheOver(diskStore({ directory, files: { ...nodeFiles, makeFolder: refuse } }));
    const erp = server(schema('Customer'));
    expect((await cache.resolve(identity, erp.options())).schema).toEqual(erp.schema);
    expect(cache.stats().lastProblem).toMatch(/Cannot write to the cache folder .*read-only file system/);
  });

  test('processes that start at once all get the whole schema and leave one whole file', async () => {
    const source = join(__dirname, 'schema-process.ts');
    const starts = Array.from(
      { length: 4 },
      () =>
        new Promise<unknown>((done, fail) => {
          const child = fork(source, [directory], {
            execArgv: ['--import', 'tsx'],
            env: { ...process.env, TSX_TSCONFIG_PATH: join(__dirname, '../../../tsconfig.base.json') },
          });
          child.once('message', done).once('error', fail);
          child.once('exit', (code) => (code === 0 ? undefined : fail(new Error(`exit ${code}`))));
        }),
    );
    expect(await Promise.all(starts)).toEqual(Array.from({ length: 4 }, () => 400));
    expect(await readdir(directory)).toHaveLength(1);
    const erp = server(schema('Customer'));
    expect((await cacheOver(diskStore({ directory })).resolve(identity, erp.options({ build: 'b' }))).source).toBe(
      'stale',
    );
  });

  test('clearing removes our files only', async () => {
    await writeFile(join(directory, 'notes.txt'), 'mine');
    const cache = cacheOver(diskStore({ directory }));
    await cache.resolve(identity, server(schema('Customer')).options());
    await cache.clear();
    expect([await readdir(directory), cache.stats().ageHours]).toEqual([['notes.txt'], null]);
  });
});
