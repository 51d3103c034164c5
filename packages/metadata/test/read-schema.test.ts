import { AcumaticaSchemaError } from '@acurecord/errors';
import { readSchema, referencedEntity } from '@acurecord/metadata';
import { describeShared, readShared } from './shared-files';

const COUNTS: readonly (readonly [string, readonly number[]])[] = [
  ['Default_24.200.001', [119, 424, 4_869, 125, 271, 163]],
  ['Default_22.200.001', [119, 413, 4_738, 116, 265, 154]],
  ['Default_20.200.001', [105, 322, 3_876, 89, 215, 137]],
  ['Manufacturing_24.200.001', [53, 145, 2_003, 11, 81, 50]],
  ['DeviceHub_23.200.001', [4, 6, 42, 0, 2, 0]],
  ['ISVCB_21.200.001', [2, 6, 72, 0, 4, 0]],
];

describeShared('readSchema on real documents', () => {
  it.each(COUNTS)('counts entities, members and actions of %s', (name, counts) => {
    const schema = readSchema(readShared(`schemas/${name}.json`));
    const entities = Object.values(schema.entities);
    const members = entities.flatMap((entity) => Object.values(entity.members));
    const kinds = ['field', 'link', 'details'].map((kind) => members.filter((member) => member.kind === kind).length);
    const actions = entities.flatMap((entity) => Object.keys(entity.actions));
    expect([entities.filter(({ topLevel }) => topLevel).length, entities.length, ...kinds, actions.length]).toEqual(
      counts,
    );
  });

  it.each(COUNTS)('leaves no reference of %s unresolved', (name) => {
    const schema = readSchema(readShared(`schemas/${name}.json`));
    const targets = Object.values(schema.entities).flatMap((entity) =>
      Object.values(entity.members).flatMap((member) => referencedEntity(member) ?? []),
    );
    expect(targets.filter((target) => schema.entities[target] === undefined)).toEqual([]);
  });

  it('reads titles, screens, parameters and inquiries', () => {
    const schema = readSchema(readShared('schemas/Default_24.200.001.json'));
    const { SalesOrder } = schema.entities;
    expect(schema).toMatchObject({ endpoint: 'Default', version: '24.200.001', contract: 4 });
    expect(SalesOrder).toMatchObject({ title: 'Sales Orders', screenId: 'SO301000', topLevel: true });
    expect(SalesOrder?.actions.SalesOrderCreateShipment).toEqual({
      parameters: { ShipmentDate: 'DateTime', WarehouseID: 'String' },
    });
    expect(Object.values(schema.entities).filter(({ use }) => use === 'inquiry')).toHaveLength(8);
  });

  it('survives JSON', () => {
    const schema = readSchema(readShared('schemas/Manufacturing_24.200.001.json'));
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});

const REF = '#/components/schemas/';

function document(schemas: object, paths: object = {}): object {
  return {
    openapi: '3.0.1',
    info: { title: 'Test/1', version: '4' },
    paths,
    components: { schemas: { Entity: { type: 'object' }, StringValue: { type: 'object' }, ...schemas } },
    tags: [],
  };
}

function entityWith(properties: object, parent = 'Entity'): object {
  return { allOf: [{ $ref: REF + parent }, { type: 'object', properties }] };
}

describe('readSchema', () => {
  it('reads entities that descend from other entities', () => {
    const schema = readSchema(
      document({
        Base: entityWith({ A: { $ref: `${REF}StringValue` } }),
        Child: entityWith({ B: { $ref: `${REF}StringValue` } }, 'Base'),
      }),
    );
    expect(Object.keys(schema.entities.Child?.members ?? {})).toEqual(['A', 'B']);
  });

  it('passes over what the server adds for itself, and reads nullable references', () => {
    const members = {
      _workflowActions: { type: 'object', additionalProperties: { type: 'object' } },
      Name: { allOf: [{ $ref: `${REF}StringValue` }], nullable: true },
    };
    expect(readSchema(document({ Item: entityWith(members) })).entities.Item?.members).toEqual({
      Name: { kind: 'field', type: 'String' },
    });
  });

  it('keeps the name of a value type that it does not know', () => {
    const schema = readSchema(
      document({
        StringSingleSelectValue: {},
        Item: entityWith({ Status: { $ref: `${REF}StringSingleSelectValue` } }),
      }),
    );
    expect(schema.entities.Item?.members.Status).toEqual({ kind: 'field', type: 'StringSingleSelect' });
  });

  it.each([
    ['something else', 'text', /an object was expected \(at #\)/],
    ['no endpoint document', { openapi: '3.0.1', info: {}, components: { schemas: {} } }, /at #\/info\/title/],
    ['no dialect', { info: {} }, /neither Swagger 2\.0 nor OpenAPI 3/],
    ['a circle', document({ A: entityWith({}, 'B'), B: entityWith({}, 'A') }), /A → B → A" is a circle/],
    [
      'a missing reference',
      document({ A: entityWith({ X: { $ref: `${REF}Nowhere` } }) }),
      /Nowhere leads nowhere.*schemas\/A/,
    ],
    ['a reference elsewhere', document({ A: entityWith({ X: { $ref: 'http://x/y' } }) }), /a reference #\/components/],
    ['a member that is no object', document({ A: entityWith({ X: 5 }) }), /at schemas\/A\/X/],
    [
      'a very long name',
      document({ A: entityWith({ ['X'.repeat(300)]: { $ref: `${REF}StringValue` } }) }),
      /300 characters/,
    ],
    [
      'a member __proto__',
      JSON.parse(JSON.stringify(document({ A: entityWith({ X: 1 }) })).replace('"X"', '"__proto__"')),
      /"__proto__" is not allowed/,
    ],
    [
      'an entity __proto__',
      JSON.parse(JSON.stringify(document({ X1: entityWith({}) })).replace('"X1"', '"__proto__"')),
      /"__proto__" is not allowed/,
    ],
  ])('refuses %s and names the place', (_name, value, message) => {
    expect(() => readSchema(value)).toThrow(AcumaticaSchemaError);
    expect(() => readSchema(value)).toThrow(message);
    expect(({} as Record<string, unknown>).X).toBeUndefined();
  });

  it('refuses a document with an absurd number of schemas', () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`S${index}`, {}]));
    expect(() => readSchema(document(many))).toThrow(/20003 schemas are more than 20000/);
  });
});
