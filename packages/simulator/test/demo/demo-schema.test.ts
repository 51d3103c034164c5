import { demoSchema } from '../../src/demo/demo-schema.js';
import { fieldTypes, targetOf } from '../../src/schema/schema-model.js';

describe('the schema of the demo company', () => {
  const entities = [...demoSchema.entities.values()];

  test('every link and collection leads to an entity, every field has a wire type', () => {
    for (const entity of entities)
      for (const [name, member] of entity.members) {
        if (member.kind === 'field') expect([...fieldTypes, `${entity.name}.${name}`]).toContain(member.type);
        else expect([...demoSchema.entities.keys()]).toContain(targetOf(member));
      }
  });

  test('every key is a field of its entity', () => {
    for (const entity of entities) for (const key of entity.keys) expect(entity.members.get(key)?.kind).toBe('field');
  });

  test('every form that keeps records has a key; inquiries and reports have none', () => {
    const keyless = entities.filter((entity) => entity.topLevel && entity.keys.length === 0);
    expect(keyless.map((entity) => entity.name)).toEqual([
      'CustomerBalanceInquiry',
      'CustomerStatement',
      'EmailProcessing',
      'InventorySummaryInquiry',
    ]);
  });

  test('every lower entity is used by another', () => {
    const used = new Set(entities.flatMap((entity) => [...entity.members.values()].map((m) => targetOf(m) ?? '')));
    expect(entities.filter((entity) => !entity.topLevel && !used.has(entity.name))).toEqual([]);
  });

  test('action names are unique in the endpoint', () => {
    const names = entities.flatMap((entity) => [...entity.actions.keys()]);
    expect(new Set(names).size).toBe(names.length);
  });
});
