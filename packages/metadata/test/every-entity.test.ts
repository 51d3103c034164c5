import { AcumaticaCannotOptimizeError } from '@acurecord/errors';
import { defineEntity } from '@acurecord/metadata';
import type { DynamicEntity, EndpointSchema } from '@acurecord/metadata';
import { scriptedClient } from '@acurecord/metadata/testing';
import { changedValue, fieldsOf, firstValue, wireText } from './field-values.js';
import { describeShared, readShared, schemaNames } from './shared-files.js';
import { simulated } from './simulated.js';
import type { Simulated } from './simulated.js';

const ID = '13582ef4-ba9a-ee11-8359-0690322d016b';

/** Links and details of an entity, and theirs. */
function referencesOf(schema: EndpointSchema, entity: string, depth = 2): string[] {
  return Object.entries(schema.entities[entity]?.members ?? {}).flatMap(([name, member]) => {
    if (member.kind === 'field' || member.kind === 'unknown') return [];
    const deeper = depth === 1 ? [] : referencesOf(schema, member.entity, depth - 1);
    return [name, ...deeper.map((path) => `${name}/${path}`)];
  });
}

describeShared.each(schemaNames())('every entity of %s', (name) => {
  let erp: Simulated;
  let schema: EndpointSchema;

  beforeAll(async () => {
    erp = await simulated({ schema: readShared(`schemas/${name}.json`), generated: 2 });
    ({ schema } = erp.client);
  }, 120_000);

  afterAll(() => erp.close());

  /** A generated record with its parts, or the answer of an inquiry, which no server gives as a list. */
  async function anyRecord(entity: string): Promise<DynamicEntity | undefined> {
    const expand = referencesOf(schema, entity);
    const scope = defineEntity(schema, entity).using(erp.client);
    try {
      return await scope.query({ expand }).first();
    } catch (error) {
      if (AcumaticaCannotOptimizeError.is(error)) return scope.run({}, { expand });
      throw error;
    }
  }

  it('has a class', () => {
    for (const entity of Object.keys(schema.entities)) {
      const made = defineEntity(schema, entity);
      expect(Object.keys(made.fields)).toEqual(Object.keys(schema.entities[entity]?.members ?? {}));
      expect(made.name).toBe(entity);
    }
  });

  it('comes back unchanged and valid, has nothing to send, and survives as plain data', async () => {
    const faults: string[] = [];
    for (const { name: entity, topLevel } of Object.values(schema.entities)) {
      const record = topLevel ? await anyRecord(entity) : undefined;
      if (record === undefined) continue;
      erp.sent();
      await record.save();
      await record.validate();
      const plain = record.toPlain();
      const again = defineEntity(schema, entity).fromPlain(plain);
      if (record.isDirty || Object.keys(record.toWire()).join() !== 'id' || erp.sent().length > 0)
        faults.push(`${entity} is dirty`);
      if (JSON.stringify(again.toPlain()) !== JSON.stringify(plain)) faults.push(`${entity} changes as plain data`);
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('would send each changed field alone, and is as it was when it is reverted', async () => {
    const faults: string[] = [];
    for (const entity of Object.keys(schema.entities)) {
      const fields = fieldsOf(schema, entity);
      const cells = fields.map(([field, type]) => [field, { value: wireText(firstValue(type)) }] as const);
      const client = scriptedClient(() => ({ id: ID, ...Object.fromEntries(cells) }));
      const record = await defineEntity(schema, entity).using(client).find(ID);
      for (const [field, type] of fields) {
        record.set(field, changedValue(type));
        const body = JSON.stringify({ id: ID, [field]: { value: wireText(changedValue(type)) } });
        if (JSON.stringify(record.toWire()) !== body) faults.push(`${entity}.${field}`);
        record.revert();
        if (record.isDirty) faults.push(`${entity}.${field} is not reverted`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('that is an inquiry is asked with each parameter alone', async () => {
    const faults: string[] = [];
    for (const { name: entity, use } of Object.values(schema.entities)) {
      if (use !== 'inquiry') continue;
      for (const [field, type] of fieldsOf(schema, entity)) {
        await defineEntity(schema, entity)
          .using(erp.client)
          .run({ [field]: changedValue(type) });
        const { method, body } = erp.sim.requests().at(-1) ?? {};
        const expected = { [field]: { value: wireText(changedValue(type)) } };
        if (method !== 'PUT' || JSON.stringify(body) !== JSON.stringify(expected)) faults.push(`${entity}.${field}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
