import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import { connectTo, requestsOf } from '../support/simulated.js';

let cacheDir: string;
beforeEach(async () => void (cacheDir = await mkdtemp(join(tmpdir(), 'acurecord-parity-'))));
afterEach(() => rm(cacheDir, { recursive: true }));

test('get_cache_stats(), force_rebuild, clear_cache()', async () => {
  await using sim = await startSimulator();
  await writeFile(join(cacheDir, 'notes.txt'), 'mine');
  const options = { cacheMethods: true, cacheDir };
  await using cold = await connectTo(sim, options);
  await using warm = await connectTo(sim, options);
  await using forced = await connectTo(sim, { ...options, forceRebuild: true });
  expect(cold.getCacheStats()).toMatchObject({ hits: 0, misses: 1, ageHours: expect.any(Number) as number });
  expect(warm.getCacheStats()).toMatchObject({ hits: 1, misses: 0 });
  expect(forced.getCacheStats()).toMatchObject({ hits: 0, misses: 1 });
  await warm.clearCache();
  expect(await readdir(cacheDir)).toEqual(['notes.txt']);
});

test('a second start reads the model from disk: no schema document is downloaded', async () => {
  await using sim = await startSimulator();
  await (await connectTo(sim, { cacheMethods: true, cacheDir })).close();
  const before = requestsOf(sim).length;
  await using client = await connectTo(sim, { cacheMethods: true, cacheDir });
  expect(requestsOf(sim, before)).toEqual(['POST /entity/auth/login', 'GET /entity']);
  expect(client.lastDifferentialUpdate).toBeUndefined();
});

test('otherwise only changed entities are rebuilt, deleted ones dropped, unchanged ones kept: last_differential_update', async () => {
  const document = (await demoDocument()) as Document;
  await using first = await startSimulator({ schema: document });
  const port = Number(new URL(first.url).port);
  const client = await connectTo(first, { cacheMethods: true, cacheDir, endpointVersion: '24.200.001' });
  const names = client.listModels().filter((name) => name !== 'Warehouse');
  const kept = ['Vendor', 'Customer', 'StockItem', 'ItemClass'].map((name) => client.models[name]);
  names.forEach((name) => client.models[name]);
  expect(client.getCacheStats().classesBuilt).toBe(names.length);
  await first.close();

  const second = await startSimulator({ schema: changed(document), port });
  const difference = await client.refreshSchema();
  expect(difference).toMatchObject({
    added: ['Brandnew'],
    changed: ['CustomerClass', 'ItemClass', 'Payment'],
    removed: ['Warehouse'],
  });
  expect(client.lastDifferentialUpdate).toEqual(difference);
  const now = ['Vendor', 'Customer', 'StockItem', 'ItemClass'].map((name) => client.models[name]);
  expect(now.map((target, index) => target === kept[index])).toEqual([true, true, true, false]);
  names.forEach((name) => client.models[name]);
  expect(client.getCacheStats().classesBuilt).toBe(names.length + 3);
  expect(client.models['Warehouse']).toBeUndefined();
  await client.close();
  await second.close();
});

interface Document {
  readonly info: { readonly title: string };
  readonly paths: Record<string, unknown>;
  readonly components: { readonly schemas: Record<string, unknown> };
  readonly tags: unknown[];
}

async function demoDocument(): Promise<unknown> {
  await using sim = await startSimulator();
  await using client = await connectTo(sim);
  const { version, endpoint } = client.schema ?? { version: '', endpoint: '' };
  const cookie = await signIn(sim.url);
  const answer = await fetch(`${sim.url}/entity/${endpoint}/${version}/swagger.json`, { headers: { cookie } });
  return answer.json();
}

async function signIn(url: string): Promise<string> {
  const body = JSON.stringify({ name: 'admin', password: 'admin-secret', tenant: 'Company' });
  const answer = await fetch(`${url}/entity/auth/login`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Three entities changed, one added, one removed. */
function changed(document: Document): Document {
  const copy = structuredClone(document);
  const { schemas: all } = copy.components;
  for (const name of ['CustomerClass', 'ItemClass', 'Payment']) {
    properties(all[name])['UsrAdded'] = { $ref: '#/components/schemas/StringValue' };
  }
  all['Brandnew'] = structuredClone(all['TaxDetail']);
  delete all['Warehouse'];
  const paths = Object.entries(copy.paths).filter(([path]) => !/^\/Warehouse(\/|$)/.test(path));
  const tags = copy.tags.filter((tag) => (tag as { name: string }).name !== 'Warehouse');
  return { ...copy, paths: Object.fromEntries(paths), tags };
}

function properties(schema: unknown): Record<string, unknown> {
  const { allOf = [] } = schema as { allOf?: { properties?: Record<string, unknown> }[] };
  return allOf.find((part) => part.properties !== undefined)?.properties ?? {};
}
