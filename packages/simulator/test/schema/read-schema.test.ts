import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSchema } from '../../src/schema/read-schema.js';
import { SchemaDocumentError } from '../../src/schema/schema-document-error.js';
import { targetOf } from '../../src/schema/schema-model.js';
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

const rebuilt = resolve(folder, '../contract-5/Default_26.200.001.rebuilt.json');

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
          if (member.kind !== 'field') expect(entities.has(targetOf(member) ?? '')).toBe(true);
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

    test('a document of contract 5 has all its entities, links and collections, and no member that is not understood', () => {
      const { contract, entities } = readSchema(JSON.parse(readFileSync(rebuilt, 'utf8')));
      const [, count, , links, ,] = countAll([...entities.values()]);
      expect([contract, count, links]).toEqual([5, 493, 145]);
      const kinds = new Set(
        [...entities.values()].flatMap(({ members }) => [...members.values()].map(({ kind }) => kind)),
      );
      expect(kinds).toEqual(new Set(['field', 'link', 'details']));
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

  const ref = { $ref: '#/definitions/Thing' };
  const value = { $ref: '#/definitions/TextValue' };
  test.each([
    ['$ref alone', ref, value],
    ['$ref that may be null', { ...ref, nullable: true }, { ...value, nullable: true }],
    ['allOf', { allOf: [ref] }, { allOf: [value], nullable: true }],
    ['anyOf', { anyOf: [ref], nullable: true }, { anyOf: [value] }],
    ['oneOf', { oneOf: [ref] }, { oneOf: [value], description: 'A size.' }],
    ['a branch that is null', { anyOf: [ref, { type: 'null' }] }, { oneOf: [{ type: ['null'] }, value] }],
    ['an enum of null', { anyOf: [{ enum: [null] }, ref] }, { anyOf: [value, { enum: [null] }] }],
  ])('a reference is read in the form of %s', (_, link, field) => {
    const rows = { type: ['array', 'null'], items: link };
    const members = readSchema(minimal({ Link: link, Size: field, Rows: rows })).entities.get('Thing')?.members;
    expect([...(members ?? [])]).toEqual([
      ['Link', { kind: 'link', entity: 'Thing' }],
      ['Size', { kind: 'field', type: 'Long' }],
      ['Rows', { kind: 'details', entity: 'Thing' }],
    ]);
  });

  test('the type of a value may be listed beside null', () => {
    const document = minimal({ Size: value }) as { definitions: Record<string, object> };
    document.definitions['TextValue'] = { properties: { value: { type: ['null', 'boolean'] } } };
    expect(readSchema(document).entities.get('Thing')?.members.get('Size')).toEqual({ kind: 'field', type: 'Boolean' });
  });

  test.each([
    ['is no schema', 7],
    ['leads nowhere', { $ref: '#/definitions/Nowhere' }],
    ['is a collection of values', { type: 'array', items: value }],
    ['may be one of two', { anyOf: [ref, value] }],
    ['is a map', { type: 'object', additionalProperties: value }],
  ])('a member that %s is kept as unknown', (_, declared) => {
    expect(
      readSchema(minimal({ Odd: declared }))
        .entities.get('Thing')
        ?.members.get('Odd'),
    ).toEqual({
      kind: 'unknown',
      shape: JSON.stringify(declared),
    });
  });

  test.each([
    [null, 'document is not an endpoint document'],
    ['text', 'document is not an endpoint document'],
    [{ paths: {}, definitions: {} }, 'info.title'],
    [{ paths: [], definitions: {} }, 'document.paths is not an object'],
  ])('%j is refused with the place named', (document, text) => {
    expect(() => readSchema(document)).toThrow(SchemaDocumentError);
    expect(() => readSchema(document)).toThrow(text);
  });
});
