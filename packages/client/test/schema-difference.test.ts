import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import { connectTo } from './support/simulated.js';

type Json = Readonly<Record<string, unknown>>;
interface Document {
  readonly info: { readonly title: string };
  readonly paths: Json;
  readonly definitions?: Json;
  readonly components?: { readonly schemas: Json };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

/**
 * What a document says about each of its entities, as text, read without any code of ours: its tag, its members with
 * the last word of their references, its actions with their parameters (whose schema has the name of the action).
 */
function factsOf({ paths, definitions, components, tags }: Document): ReadonlyMap<string, string> {
  const schemas = definitions ?? components?.schemas ?? {};
  const word = (value: unknown): string => /\/([^/"]*)"\}?\}?$/.exec(JSON.stringify(value ?? ''))?.[1] ?? '';
  const shapeOf = (properties: unknown): string =>
    Object.entries((properties ?? {}) as Json)
      .map(([name, value]) => `${name}:${(value as Json)['type'] === 'array' ? '*' : ''}${word(value)}`)
      .join();
  const entries = Object.entries(schemas).flatMap(([name, schema]) => {
    const parts = ((schema as Json)['allOf'] ?? []) as Json[];
    if (!parts.some((part) => word(part) === 'Entity')) return [];
    const own = Object.keys(paths).filter((path) => path === `/${name}` || path.startsWith(`/${name}/`));
    const actions = own.map((path) => path.slice(name.length + 2)).filter((rest) => /^\w+$/.test(rest));
    const facts = [
      tags.find((tag) => tag.name === name)?.description,
      own.length > 0,
      parts.map(({ properties }) => shapeOf(properties)),
      actions.map((action) => {
        const { parameters } = ((schemas[action] as Json)['properties'] ?? {}) as Json;
        return `${action}(${shapeOf((parameters as Json | undefined)?.['properties'])})`;
      }),
    ];
    return [[name, JSON.stringify(facts)] as const];
  });
  return new Map(entries);
}

/** Entities that contain one of these, by any way. */
function touchedBy(names: readonly string[], facts: ReadonlyMap<string, string>): Set<string> {
  const touched = new Set(names);
  for (let before = -1; before !== touched.size;) {
    before = touched.size;
    for (const [name, text] of facts) {
      const members = text.match(/(?<=:\*?)\w+/g) ?? [];
      if (members.some((member) => touched.has(member))) touched.add(name);
    }
  }
  return touched;
}

const schemas = join(__dirname, '../../../../shared/schemas');
const read = async (name: string): Promise<Document | undefined> => {
  const text = await readFile(join(schemas, name), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Document);
};

test('from one real release to the next exactly what differs is told, and only what it touches is rebuilt', async () => {
  const [before, after] = await Promise.all([read('Default_22.200.001.json'), read('Default_24.200.001.json')]);
  if (before === undefined || after === undefined) {
    console.log('The real endpoint documents are not here; nothing was compared.');
    return;
  }
  const [older, newer] = [factsOf(before), factsOf(after)];
  const expected = {
    added: [...newer.keys()].filter((name) => !older.has(name)),
    changed: [...newer.keys()].filter((name) => older.has(name) && older.get(name) !== newer.get(name)),
    removed: [...older.keys()].filter((name) => !newer.has(name)),
    unchanged: [...newer.keys()].filter((name) => older.get(name) === newer.get(name)),
  };

  const cacheDir = await mkdtemp(join(tmpdir(), 'acurecord-difference-'));
  const first = await startSimulator({ schema: before, generated: 0 });
  const client = await connectTo(first, { cacheMethods: true, cacheDir });
  const everyClass = () => client.listModels().map((name) => client.models[name]);
  everyClass();
  expect(client.getCacheStats().classesBuilt).toBe(older.size);
  await first.close();

  const asSameVersion = { ...after, info: { ...after.info, title: before.info.title } };
  const port = Number(new URL(first.url).port);
  const second = await startSimulator({ schema: asSameVersion, generated: 0, port });
  const difference = await client.refreshSchema();
  expect(difference).toEqual(expected);
  expect(client.lastDifferentialUpdate).toEqual(expected);
  expect(client.listModels()).toEqual([...newer.keys()]);
  everyClass();
  const rebuilt = touchedBy([...expected.added, ...expected.changed], newer);
  expect(client.getCacheStats().classesBuilt).toBe(older.size + rebuilt.size);
  expect(rebuilt.size).toBeLessThan(newer.size);
  await client.close();
  await second.close();
  await rm(cacheDir, { recursive: true });
});
