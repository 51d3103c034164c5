import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryStore, SchemaCache } from '@acurecord/cache';
import { defineEntity, readSchema } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { pairedMs, report, timeMs } from './report.js';

const file = join(import.meta.dirname, '../../../shared/schemas/Default_24.200.001.json');

if (!existsSync(file)) {
  console.log('Needs Default_24.200.001.json beside the checkout; it is not there.');
} else {
  const text = readFileSync(file, 'utf8');
  const document: unknown = JSON.parse(text);
  const [parse, read] = await pairedMs(
    () => JSON.parse(text) as unknown,
    () => readSchema(document),
    25,
  );
  report({
    label: 'readSchema(Default_24.200.001), by JSON.parse of its text',
    value: read / parse,
    unit: '×',
    atMost: 0.8,
  });

  const store = memoryStore();
  const identity = {
    baseUrl: 'https://erp.example.com',
    tenant: 'Company',
    endpoint: 'Default',
    version: '24.200.001',
  };
  const model = async (load: () => Promise<EndpointSchema>): Promise<EndpointSchema> => {
    const { schema } = await new SchemaCache<EndpointSchema>({ store }).resolve(identity, { build: '24.200', load });
    return schema;
  };
  const size = JSON.stringify(await model(async () => readSchema(document))).length;
  const first = await timeMs(async () => {
    const Order = defineEntity(await model(() => Promise.reject(new Error('It is kept.'))), 'SalesOrder');
    return new Order({ OrderType: 'SO', Details: [{ InventoryID: 'AALEGO500' }] }).toWire();
  });
  report({
    label: `From the text of the stored model (${(size / 1000).toFixed(0)} kB) to the first class in use, once, cold`,
    value: first,
    unit: 'ms',
    atMost: 5,
  });
}
