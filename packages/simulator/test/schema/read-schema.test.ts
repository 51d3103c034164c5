import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSchema } from '../../src/schema/read-schema.js';
import { SchemaDocumentError } from '../../src/schema/schema-document-error.js';
import type { EntityModel, Member } from '../../src/schema/schema-model.js';

const folder = resolve(__dirname, '../../../../../shared/schemas');

/** Top-level entities / entities / fields / links / details / named actions. */
const counts: Record<string, number[]> = {
  'Default_24.200.001': [119, 424, 4869, 125, 271, 163],
  'Default_22.200.001': [119, 413, 4738, 116, 265, 154],
  'Default_20.200.001': [105, 322, 3876, 89, 215, 137],
  'Manufacturing_24.200.001': [53, 145, 2003, 11, 81, 50],
};

function countAll(entities: readonly EntityModel[]): number[] {
  const members = entities.flatMap((entity) => [...entity.members.values()]);
  const ofKind = (kind: Member['kind']): number => members.filter((member) => member.kind === kind).length;
  const top = entities.filter((entity) => entity.topLevel);
  const actions = entities.reduce((sum, entity) => sum + entity.actions.size, 0);
  return [top.length, entities.length, ofKind('field'), ofKind('link'), ofKind('details'), actions];
}

const load = (name: string): unknown => JSON.parse(readFileSync(resolve(folder, `${name}.json`), 'utf8'));

if (existsSync(folder)) {
  describe('readSchema on real endpoint documents', () => {
    test.each(Object.entries(counts))('%s has its known number of everything', (name, expected) => {
      const schema = readSchema(load(name));
      expect(countAll([...schema.entities.values()])).toEqual(expected);
      expect(schema).toMatchObject({ contract: 4, version: name.split('_')[1] });
    });

    test.each(['DeviceHub_23.200.001', 'ISVCB_21.200.001'])('%s is read, every reference resolved', (name) => {
      const { entities } = readSchema(load(name));
      for (const entity of entities.values())
        for (const member of entity.members.values())
          if (member.kind !== 'field') expect(entities.has(member.entity)).toBe(true);
    });

    test('known keys, forms, inquiries and action parameters are found', () => {
      const { entities } = readSchema(load('Default_24.200.001'));
      expect(entities.get('SalesOrder')).toMatchObject({
        keys: ['OrderType', 'OrderNbr'],
        title: 'Sales Orders',
        screenId: 'SO301000',
        isInquiry: false,
      });
      expect(entities.get('SalesOrder')?.actions.get('SalesOrderCreateShipment')?.parameters).toEqual(
        new Map([
          ['ShipmentDate', 'DateTime'],
          ['WarehouseID', 'String'],
        ]),
      );
      expect(entities.get('InventorySummaryInquiry')).toMatchObject({ keys: [], isInquiry: true });
      expect([...entities.values()].filter((entity) => entity.name.endsWith('Inquiry') && !entity.isInquiry)).toEqual(
        [],
      );
    });

    test('every addressable entity of Default has a key that it really has', () => {
      const { entities } = readSchema(load('Default_24.200.001'));
      for (const entity of entities.values())
        for (const key of entity.keys) expect(entity.members.get(key)?.kind).toBe('field');
    });
  });
} else {
  test('real endpoint documents are not here, so only made-up ones were read', () => expect(counts).toBeDefined());
}

describe('readSchema on documents nobody should trust', () => {
  const minimal = (properties: object): object => ({
    info: { title: 'Own/1', version: '3' },
    paths: { '/Thing': { get: {} } },
    definitions: {
      Entity: { type: 'object' },
      TextValue: { properties: { value: { type: 'integer', format: 'int64' } } },
      Thing: { allOf: [{ $ref: '#/definitions/Entity' }, { properties }] },
    },
  });

  test('an unknown value type counts by the JSON type of its value', () => {
    const schema = readSchema(minimal({ Size: { $ref: '#/definitions/TextValue' } }));
    expect(schema.entities.get('Thing')?.members.get('Size')).toEqual({ kind: 'field', type: 'Long' });
  });

  test('member names of the prototype chain are ordinary names', () => {
    const properties = JSON.parse(
      '{"__proto__":{"$ref":"#/definitions/StringValue"},"constructor":{"$ref":"x/GuidValue"}}',
    ) as object;
    const members = readSchema(minimal(properties)).entities.get('Thing')?.members;
    expect([...(members?.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
    expect(({} as { kind?: unknown }).kind).toBeUndefined();
  });

  test.each([
    [null, 'document is not an endpoint document'],
    ['text', 'document is not an endpoint document'],
    [{ paths: {}, definitions: {} }, 'info.title'],
    [{ paths: [], definitions: {} }, 'document.paths is not an object'],
    [minimal({ Size: 7 }), 'definitions.Thing.allOf[1].properties.Size refers to no schema'],
    [minimal({ Size: { $ref: '#/definitions/Nowhere' } }), 'properties.Size refers to a schema that does not exist'],
    [minimal({ Rows: { items: { $ref: '#/definitions/TextValue' } } }), 'which is no entity'],
  ])('%j is refused with the place named', (document, text) => {
    expect(() => readSchema(document)).toThrow(SchemaDocumentError);
    expect(() => readSchema(document)).toThrow(text);
  });
});
