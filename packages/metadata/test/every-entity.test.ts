import { AcumaticaCannotOptimizeError } from '@acurecord/errors';
import { defineEntity } from '@acurecord/metadata';
import type { DynamicEntity, EndpointSchema, Entity, EntityScope, MemberSchema, WireRow } from '@acurecord/metadata';
import { simulated } from './simulated.js';
import type { Simulated } from './simulated.js';
import { describeShared, readShared, schemaNames } from './shared-files.js';

const OTHER_VALUES: Readonly<Record<string, readonly [unknown, unknown]>> = {
  String: ['one', 'two'],
  Decimal: [1.5, 2.5],
  Double: [1.5, 2.5],
  Int: [1, 2],
  Short: [1, 2],
  Byte: [1, 2],
  Long: [1, 2],
  Boolean: [true, false],
  DateTime: [new Date('2024-01-02T00:00:00Z'), new Date('2025-03-04T00:00:00Z')],
  Guid: ['00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002'],
};

function fieldsOf(schema: EndpointSchema, entity: string): [string, MemberSchema & { kind: 'field' }][] {
  return Object.entries(schema.entities[entity]?.members ?? {}).flatMap(([name, member]) =>
    member.kind === 'field' ? [[name, member] as [string, typeof member]] : [],
  );
}

/** Changes each field in turn; what would be sent must be that field and nothing else. Gives the fields that failed. */
function changeEach(
  record: Entity,
  root: Entity,
  schema: EndpointSchema,
  entity: string,
  sent: (body: WireRow) => unknown,
): string[] {
  return fieldsOf(schema, entity)
    .filter(([name, { type }]) => {
      const [one, two] = OTHER_VALUES[type] ?? ['one', 'two'];
      const value = JSON.stringify(record.get(name)) === JSON.stringify(one) ? two : one;
      record.set(name, value);
      const body = sent(root.toWire()) as Record<string, { value?: unknown }> | undefined;
      const wire = value instanceof Date ? value.toISOString().replace('.000Z', '+00:00') : value;
      const isExact = JSON.stringify(body) === JSON.stringify({ [name]: { value: wire } });
      root.revert();
      return !isExact || root.isDirty;
    })
    .map(([name]) => name);
}

describeShared.each(schemaNames())('every entity of %s', (name) => {
  let erp: Simulated;

  beforeAll(async () => {
    erp = await simulated({ schema: readShared(`schemas/${name}.json`), generated: 2 }, { validate: false });
  }, 60_000);

  afterAll(() => erp.close());

  it('has a class', () => {
    const { schema } = erp.client;
    for (const entity of Object.keys(schema.entities)) {
      const made = defineEntity(schema, entity);
      expect(Object.keys(made.fields)).toEqual(Object.keys(schema.entities[entity]?.members ?? {}));
      expect(made.name).toBe(entity);
    }
  });

  it('comes back unchanged, and sends each changed field alone', async () => {
    const { schema } = erp.client;
    const faults: string[] = [];
    for (const entity of Object.values(schema.entities).filter(({ topLevel }) => topLevel)) {
      const references = Object.keys(entity.members).filter((member) => entity.members[member]?.kind !== 'field');
      const record = await anyRecord(defineEntity(schema, entity.name).using(erp.client), references);
      if (record === undefined) continue;
      if (record.isDirty || Object.keys(record.toWire()).length > 1) faults.push(`${entity.name} is dirty`);
      const own = changeEach(record, record, schema, entity.name, ({ id: _id, ...body }) => body);
      faults.push(...own.map((field) => `${entity.name}.${field}`), ...partFaults(record, schema, entity.name));
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('is saved with one request that has just the change', async () => {
    const { schema } = erp.client;
    const faults: string[] = [];
    for (const entity of Object.values(schema.entities).filter(({ topLevel, use }) => topLevel && use === undefined)) {
      const record = await anyRecord(defineEntity(schema, entity.name).using(erp.client), []);
      const [field] = fieldsOf(schema, entity.name)
        .filter(([field, { type }]) => type === 'String' && !(entity.keys ?? []).includes(field))
        .slice(-1);
      if (record === undefined || field === undefined) continue;
      record.set(field[0], record.get(field[0]) === 'changed' ? 'other' : 'changed');
      await record.save().catch((error: unknown) => faults.push(`${entity.name}.${field[0]}: ${String(error)}`));
      const body = erp.sim.requests().at(-1)?.body as WireRow | undefined;
      if (Object.keys(body ?? {}).join() !== `id,${field[0]}`)
        faults.push(`${entity.name} sent ${JSON.stringify(body)}`);
    }
    expect(faults).toEqual([]);
  }, 120_000);
});

/** A record of the list, or the answer of an inquiry, which no server gives as a list. */
async function anyRecord(
  scope: EntityScope<DynamicEntity>,
  expand: readonly string[],
): Promise<DynamicEntity | undefined> {
  try {
    return await scope.query({ expand }).first();
  } catch (error) {
    if (AcumaticaCannotOptimizeError.is(error)) return scope.run({}, { expand });
    throw error;
  }
}

/** The same for links and the first row of each details. */
function partFaults(record: DynamicEntity, schema: EndpointSchema, entity: string): string[] {
  return Object.entries(schema.entities[entity]?.members ?? {}).flatMap(([member, definition]) => {
    if (definition.kind === 'field') return [];
    const value = record[member] as Entity | { at(index: number): Entity | undefined } | null | undefined;
    const part =
      definition.kind === 'link'
        ? (value as Entity | null | undefined)
        : (value as { at(index: number): Entity | undefined } | undefined)?.at(0);
    if (part === undefined || part === null) return [];
    const sent = (body: WireRow): unknown => {
      const { id: _id, ...row } = (
        definition.kind === 'link' ? body[member] : (body[member] as WireRow[] | undefined)?.[0]
      ) as WireRow;
      return row;
    };
    return changeEach(part, record, schema, definition.entity, sent).map((field) => `${entity}.${member}.${field}`);
  });
}
