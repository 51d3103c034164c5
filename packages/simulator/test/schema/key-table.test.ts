import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { knownKeys } from '../../src/schema/key-table.js';

const file = resolve(__dirname, '../../../../../shared/known-keys.json');

test('§18 the keys of 146 entities are known, in the order of the form', () => {
  expect(knownKeys('SalesOrder')).toEqual([['OrderType', 'OrderNbr']]);
  expect(knownKeys('VendorClass')).toEqual([['ClassID']]);
  expect(knownKeys('TimeEntry')).toEqual([['TimeEntryID']]);
  expect(knownKeys('Lead')).toEqual([['LeadID']]);
  expect(knownKeys('ItemWarehouse')).toEqual([['InventoryID', 'WarehouseID']]);
  expect(knownKeys('ProjectBudget')[0]).toHaveLength(5);
  expect(knownKeys('Ledger')).toEqual([['LedgerID'], ['LedgerCD']]);
  expect(knownKeys('constructor')).toEqual([]);
  if (!existsSync(file)) return;
  const told = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, { keys: string[] }>>;
  const entities = new Set(Object.values(told).flatMap((all) => Object.keys(all)));
  expect(entities.size).toBe(146);
  for (const [name, { keys }] of Object.values(told).flatMap((all) => Object.entries(all)))
    expect([name, knownKeys(name).map((set) => [...set].sort())]).toEqual([
      name,
      expect.arrayContaining([[...keys].sort()]),
    ]);
});
