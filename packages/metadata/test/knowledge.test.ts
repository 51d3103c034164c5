import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { knownKeys, loadKnowledge } from '@acurecord/metadata';
import { builtInKnowledge } from '@acurecord/metadata/knowledge';
import { KEY_TABLE } from '../src/knowledge/key-table.js';
import { maxLengthOf } from '../src/knowledge/max-length.js';

describe('known keys', () => {
  it.each([
    ['VendorClass', ['ClassID']],
    ['TimeEntry', ['TimeEntryID']],
    ['Lead', ['LeadID']],
    ['ItemWarehouse', ['InventoryID', 'WarehouseID']],
    ['CustomerLocation', ['Customer', 'LocationID']],
    ['ProjectTransaction', ['Module', 'ReferenceNbr']],
    ['ProductionOrder', ['OrderType', 'ProductionNbr']],
    ['Appointment', ['ServiceOrderType', 'AppointmentNbr']],
    ['JournalTransaction', ['Module', 'BatchNbr']],
    ['KitAssembly', ['Type', 'ReferenceNbr']],
    ['Discount', ['DiscountCode', 'Sequence']],
    ['PayPeriod', ['PayGroup', 'Year']],
    ['Email', ['NoteID']],
  ])('of %s are in the order of the form', (entity, keys) => {
    expect(knownKeys(entity)).toEqual(keys);
  });

  it('go by the members where versions differ', () => {
    expect(knownKeys('UnitsOfMeasure')).toEqual(['UnitID']);
    expect(knownKeys('UnitsOfMeasure', ['FromUOM', 'ToUOM', 'UnitMultDiv'])).toEqual(['FromUOM', 'ToUOM']);
    expect(knownKeys('Ledger', ['LedgerCD', 'Type'])).toEqual(['LedgerCD']);
    expect(knownKeys('Customer', ['Number', 'Name'])).toBeUndefined();
    expect([knownKeys('Nothing'), knownKeys('toString', ['a'])]).toEqual([undefined, undefined]);
  });

  it('say where they come from', () => {
    expect(KEY_TABLE['SalesOrder']?.origin).toBe('seen');
    expect(KEY_TABLE['PTOBank']?.origin).toBe('models');
  });
});

describe('facts about fields', () => {
  it('are loaded once, and tell labels, columns and classes with their source', async () => {
    const knowledge = await loadKnowledge();
    expect(await loadKnowledge()).toBe(knowledge);
    expect(knowledge.version).toBeGreaterThan(0);
    expect(knowledge.field('Default', 'Customer', 'CustomerName')).toEqual({
      label: 'Customer Name',
      sqlType: 'nvarchar(255)',
      maxLength: 255,
      dataClass: 'PX.Objects.AR.Customer',
      dataField: 'AcctName',
      source: expect.objectContaining({
        endpoint: 'Default/24.200.001',
        collected: expect.any(String) as string,
      }) as object,
    });
    expect(knowledge.entity('Manufacturing/25.200.001', 'BillOfMaterial')?.screenId).toMatch(/^AM\d{6}$/);
    expect(knowledge.sources.map(({ endpoint }) => endpoint)).toEqual([
      'Default/24.200.001',
      'Manufacturing/24.200.001',
      'eCommerce/24.200.001',
    ]);
  });

  it('know nothing of endpoints, entities and fields that nobody looked at', () => {
    expect(builtInKnowledge.entity('Mine/1', 'Customer')).toBeUndefined();
    expect(builtInKnowledge.entity('Default', 'Nothing')).toBeUndefined();
    expect(builtInKnowledge.field('Default', 'Customer', 'constructor')).toBeUndefined();
    expect(builtInKnowledge.field('Default', 'toString', 'length')).toBeUndefined();
  });

  it('give way to those of the program', () => {
    const mine = builtInKnowledge.with({
      Customer: { CustomerName: { maxLength: 400 }, UsrRegion: { maxLength: 20 } },
    });
    expect(mine.field('Default', 'Customer', 'CustomerName')).toMatchObject({ label: 'Customer Name', maxLength: 400 });
    expect(mine.field('Default', 'Customer', 'UsrRegion')).toMatchObject({
      maxLength: 20,
      source: { origin: 'The program' },
    });
    expect(mine.field('Default', 'Customer', 'CustomerClass')).toEqual(
      builtInKnowledge.field('Default', 'Customer', 'CustomerClass'),
    );
    const both = mine.with({ Customer: { Email: { label: 'Mail' } }, Mine: { Text: { maxLength: 5 } } });
    expect(both.field('Default', 'Customer', 'CustomerName')?.maxLength).toBe(400);
    expect(both.field('Anything', 'Mine', 'Text')?.maxLength).toBe(5);
    expect(builtInKnowledge.field('Default', 'Customer', 'CustomerName')?.maxLength).toBe(255);
  });

  it.each([
    ['nvarchar(256)', 256],
    ['varchar(50)', 50],
    ['nvarchar(MAX)', undefined],
    ['char(3)', undefined],
    ['nchar(20)', undefined],
    ['varchar(3)', undefined],
    [undefined, undefined],
  ])('take %s for a text of %s characters', (sqlType, length) => {
    expect(maxLengthOf(sqlType)).toBe(length);
  });
});

const shared = resolve(__dirname, '../../../../shared');

if (!existsSync(resolve(shared, 'known-keys.json'))) {
  it('has no collected facts on this machine to compare with', () => undefined);
} else {
  describe('the collected facts', () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(resolve(shared, file), 'utf8'));

    it('are all in the catalogue of keys', () => {
      const collected = read('known-keys.json') as Record<string, Record<string, { keys: string[] }>>;
      const plain = (keys: readonly string[]): string => [...keys].sort().join(' ').toLowerCase();
      const missing = Object.entries(collected).flatMap(([endpoint, entities]) =>
        Object.entries(entities)
          .filter(([entity, { keys }]) => !KEY_TABLE[entity]?.keys.some((known) => plain(known) === plain(keys)))
          .map(([entity]) => `${endpoint} ${entity}`),
      );
      expect(missing).toEqual([]);
    });

    it('are all among the built-in ones, field by field', () => {
      interface Collected {
        readonly screen?: string;
        readonly fields: Record<string, { sql?: string; label?: string; dac?: string; dacField?: string }>;
      }
      let count = 0;
      for (const file of readdirSync(resolve(shared, 'field-facts'))) {
        const endpoint = file.slice(0, -'.json'.length).replace('_', '/');
        for (const [entity, { screen, fields }] of Object.entries(
          read(`field-facts/${file}`) as Record<string, Collected>,
        )) {
          expect(builtInKnowledge.entity(endpoint, entity)?.screenId).toBe(screen);
          for (const [field, { sql, label, dac, dacField = field }] of Object.entries(fields)) {
            const {
              sqlType,
              label: told,
              dataClass,
              dataField,
            } = builtInKnowledge.field(endpoint, entity, field) ?? {};
            if (sqlType !== sql || told !== label || dataClass !== dac || dataField !== dacField)
              throw new Error(`${endpoint} ${entity}.${field}`);
            count += 1;
          }
        }
      }
      expect(count).toBeGreaterThan(5000);
    });
  });
}
