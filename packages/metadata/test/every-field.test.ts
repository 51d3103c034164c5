import { AcumaticaCannotOptimizeError } from '@acurecord/errors';
import { defineEntity } from '@acurecord/metadata';
import type { DetailCollection, DynamicEntity, EndpointSchema, Entity } from '@acurecord/metadata';
import { changedValue, fieldsOf, firstValue, wireText } from './field-values.js';
import { idOfFirst, placesOf, rootData } from './entity-places.js';
import type { Place } from './entity-places.js';
import { inLanes } from './in-lanes.js';
import { describeShared, readShared, schemaNames } from './shared-files.js';
import { simulated } from './simulated.js';
import type { Simulated } from './simulated.js';

/** Saves under way at once. */
const LANES = 8;

const saved = new Set<string>();

/** Documents repeat most entities of older ones; one that is the same is saved once, and each time with EVERY_FIELD=all. */
function isToBeSaved(schema: EndpointSchema, entity: string): boolean {
  const shape = JSON.stringify([entity, fieldsOf(schema, entity)]);
  const isNew = !saved.has(shape);
  saved.add(shape);
  return isNew || process.env.EVERY_FIELD === 'all';
}

/** What one save must have sent: the parts to be given back, and the body. */
const sentText = (expand: string | undefined, body: unknown): string => `${expand ?? ''} ${JSON.stringify(body)}`;

/** The part of a record that stands at a place: links, and the only row of each details. */
function partAt(record: DynamicEntity, { path }: Place): Entity {
  return path.reduce<Entity>((part, member) => {
    const next = part.get(member) as Entity | DetailCollection;
    return 'at' in next && typeof next.at === 'function' ? (next.at(0) as Entity) : (next as Entity);
  }, record);
}

/** The body that changes one field at a place, written down without the code that is tested. */
function bodyOf(record: Record<string, unknown>, path: readonly string[], change: object): object {
  const [member, ...rest] = path;
  if (member === undefined) return change;
  const part = record[member] as Record<string, unknown> | [Record<string, unknown>];
  if (!Array.isArray(part)) return { [member]: bodyOf(part, rest, change) };
  return { [member]: [{ id: part[0].id, ...bodyOf(part[0], rest, change) }] };
}

describeShared.each(schemaNames())('every field of every entity of %s, on the simulator', (name) => {
  let erp: Simulated;
  let schema: EndpointSchema;
  let places: readonly Place[];

  beforeAll(async () => {
    const document = readShared(`schemas/${name}.json`);
    erp = await simulated({ schema: document, data: rootData(document) }, { validate: false });
    ({ schema } = erp.client);
    places = placesOf(schema).filter(({ entity }) => isToBeSaved(schema, entity));
  }, 120_000);

  afterAll(() => erp.close());

  const read = (place: Place): Promise<DynamicEntity> => {
    const expand = place.path.length === 0 ? [] : [place.path.join('/')];
    return defineEntity(schema, place.root).using(erp.client).find(idOfFirst(schema, place.root), { expand });
  };

  /** Entities whose list is no result of an inquiry, which keeps nothing. */
  async function storedRoots(): Promise<Set<string>> {
    const stored = new Set<string>();
    await inLanes(LANES, [...new Set(places.map(({ root }) => root))], async (root) => {
      const query = defineEntity(schema, root).using(erp.client).query();
      const isListed = await query.first().then(
        () => true,
        (error: unknown) => !AcumaticaCannotOptimizeError.is(error),
      );
      if (isListed) stored.add(root);
    });
    return stored;
  }

  it('is sent alone when it alone has changed, with what says where it stands, and is taken over', async () => {
    const expected: string[] = [];
    const faults: string[] = [];
    const before = erp.sim.requests().length;
    await inLanes(LANES, places, async (place) => {
      const record = await read(place);
      const plain = JSON.parse(JSON.stringify(record)) as Record<string, unknown>;
      if (record.isDirty) faults.push(`${place.name} is dirty`);
      for (const [field, type] of fieldsOf(schema, place.entity)) {
        const copy = record.clone();
        partAt(copy, place).set(field, changedValue(type));
        const cell = { [field]: { value: wireText(changedValue(type)) } };
        const expand = place.path.map((_, depth) => place.path.slice(0, depth + 1).join('/')).join(',');
        expected.push(sentText(expand, { id: record.id, ...bodyOf(plain, place.path, cell) }));
        await copy.save();
        if (copy.isDirty) faults.push(`${place.name}.${field} is dirty after it was saved`);
      }
    });
    const received = erp.sim
      .requests()
      .slice(before)
      .filter(({ method }) => method === 'PUT')
      .map(({ query, body }) => sentText(query.$expand, body));
    expect(faults).toEqual([]);
    expect(received.sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(0);
  }, 300_000);

  it('has its new value when it is read again, unless it is a key', async () => {
    const faults: string[] = [];
    const stored = await storedRoots();
    await inLanes(
      LANES,
      places.filter(({ root, path }) => stored.has(root) && !path.includes('Results')),
      async (place) => {
        const part = partAt(await read(place), place);
        const old = fieldsOf(schema, place.entity).filter(
          ([field, type]) => wireText(part.get(field)) !== wireText(changedValue(type)) && !STAMPS.test(field),
        );
        const isKey = place.path.length === 0 && old.length <= MOST_KEYS;
        const isAsItWas = old.every(([field, type]) => part.get(field) === firstValue(type));
        if (old.length > 0 && !(isKey && isAsItWas))
          faults.push(`${place.name}: ${old.map(([field]) => field).join()}`);
      },
    );
    expect(faults).toEqual([]);
  }, 120_000);
});

/** The form writes these itself. */
const STAMPS = /^LastModified(DateTime)?$/;

const MOST_KEYS = 5;
