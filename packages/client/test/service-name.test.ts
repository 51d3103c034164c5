import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pluralize } from 'inflection';
import { readSchema } from '@acurecord/metadata';
import { nameServices } from '../src/services/service-directory.js';
import { serviceName } from '../src/services/service-name.js';
import { entityNamed } from '../src/services/service-index.js';

test.each([
  ['Customer', 'customers'],
  ['SalesOrder', 'salesOrders'],
  ['TaxCategory', 'taxCategories'],
  ['Opportunity', 'opportunities'],
  ['Tax', 'taxes'],
  ['FOBPoint', 'fobPoints'],
  ['PTOBank', 'ptoBanks'],
  ['Salesperson', 'salespeople'],
  ['InventorySummaryInquiry', 'inventorySummaryInquiries'],
  ['UnitsOfMeasure', 'unitsOfMeasure'],
  ['ShipVia', 'shipVias'],
  ['ISVSolution', 'isvSolutions'],
  ['GI000042', 'gi000042'],
])('the service of %s is called %s', (entity, name) => {
  expect(serviceName(entity, pluralize)).toBe(name);
});

test('names that are taken are left out, and of two equal plurals the first has the name', async () => {
  const services = await nameServices(['Model', 'Tax', 'Taxes'], (name) => name === 'models');
  expect({ ...services }).toEqual({ taxes: 'Tax' });
  const index = { entities: ['Model', 'Tax', 'Taxes'], services, endpoint: 'Default 1' };
  expect(['Model', 'Taxes', 'taxes'].map((name) => entityNamed(name, index))).toEqual(['Model', 'Taxes', 'Tax']);
});

test.each(['Default_24.200.001', 'Default_20.200.001', 'Manufacturing_24.200.001'])(
  'every entity of %s has a service of its own name',
  async (name) => {
    const text = await readFile(join(__dirname, '../../../../shared/schemas', `${name}.json`), 'utf8').catch(
      () => undefined,
    );
    if (text === undefined) {
      console.log(`The real document ${name} is not here; its names were not checked.`);
      return;
    }
    const { entities } = readSchema(JSON.parse(text));
    const topLevel = Object.values(entities).flatMap((entity) => (entity.topLevel ? [entity.name] : []));
    const services = await nameServices(topLevel, () => false);
    expect(Object.keys(services)).toHaveLength(topLevel.length);
  },
);
