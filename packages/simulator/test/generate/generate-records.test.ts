import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { demoSchema } from '../../src/demo/demo-schema.js';
import { generateRecords } from '../../src/generate/generate-records.js';
import { readSchema } from '../../src/schema/read-schema.js';
import type { FieldType } from '../../src/schema/schema-model.js';
import { recordKey } from '../../src/store/record-key.js';
import type { StoredRecord } from '../../src/store/stored-record.js';

const folder = resolve(__dirname, '../../../../../shared/schemas');
const fits: Record<FieldType, (value: unknown) => boolean> = {
  String: (value) => typeof value === 'string' && value !== '',
  Boolean: (value) => typeof value === 'boolean',
  Byte: Number.isInteger,
  Short: Number.isInteger,
  Int: Number.isInteger,
  Long: Number.isInteger,
  Decimal: Number.isFinite,
  Double: Number.isFinite,
  DateTime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}[1-9]|\.[1-9])?\+00:00$/.test(String(value)),
  Guid: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value)),
};

const make = (entity: string, count: number, seed = 1): StoredRecord[] => [
  ...generateRecords(demoSchema, entity, { count, seed }),
];

describe('generated records', () => {
  test('are the same for the same seed and others for another', () => {
    expect(make('SalesOrder', 5)).toEqual(make('SalesOrder', 5));
    expect(make('SalesOrder', 5)).not.toEqual(make('SalesOrder', 5, 2));
  });

  test('have unique keys and ids, all of them', () => {
    for (const entity of demoSchema.entities.values()) {
      if (entity.keys.length === 0) continue;
      const records = make(entity.name, 500);
      const keys = records.map(({ fields }) => recordKey(entity.keys.map((key) => fields.get(key))));
      expect([entity.name, new Set(keys).size]).toEqual([entity.name, 500]);
      expect(new Set(records.map(({ id }) => id)).size).toBe(500);
    }
  });

  test('agree with themselves: the e-mail is of the person, the town in its state', () => {
    for (const { fields } of make('Contact', 50))
      expect(fields.get('Email')).toMatch(new RegExp(`^${fields.get('FirstName') as string}\\.`, 'i'));
    for (const { fields } of make('Address', 50))
      if (fields.get('City') === 'Boston') expect(fields.get('State')).toBe('MA');
  });

  test('have links and rows down to the depth asked for', () => {
    const [deep] = generateRecords(demoSchema, 'Customer', { count: 1, depth: 2 });
    expect(deep?.links.get('MainContact')?.links.get('Address')?.fields.get('City')).toBeDefined();
    const [flat] = generateRecords(demoSchema, 'Customer', { count: 1, depth: 0 });
    expect(flat?.links.size).toBe(0);
    expect(flat?.details.size).toBe(0);
  });

  test('of an entity that does not exist are refused', () => {
    expect(() => make('Nowhere', 1)).toThrow('no entity Nowhere');
  });
});

if (existsSync(folder)) {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))(
    '%s: every value fits its wire type',
    (name) => {
      const schema = readSchema(JSON.parse(readFileSync(resolve(folder, name), 'utf8')));
      for (const entity of schema.entities.values())
        for (const { fields } of generateRecords(schema, entity.name, { count: 3, depth: 0 }))
          for (const [field, value] of fields) {
            const member = entity.members.get(field);
            if (member?.kind !== 'field' || !fits[member.type](value))
              throw new Error(`${entity.name}.${field} = ${JSON.stringify(value)}`);
          }
    },
  );
} else {
  test('real endpoint documents are not here, so only the demo company was generated', () =>
    expect(folder).toBeDefined());
}
