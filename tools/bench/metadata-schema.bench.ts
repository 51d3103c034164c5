import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  const stored = JSON.stringify(readSchema(document));
  let model: EndpointSchema | undefined;
  const parsed = await timeMs(() => (model = JSON.parse(stored) as EndpointSchema));
  report({
    label: `JSON.parse of the stored model (${(stored.length / 1000).toFixed(0)} kB), once, cold`,
    value: parsed,
    unit: 'ms',
  });
  const first = await timeMs(() => {
    const Order = defineEntity(model as EndpointSchema, 'SalesOrder');
    return new Order({ OrderType: 'SO', Details: [{ InventoryID: 'AALEGO500' }] }).toWire();
  });
  report({ label: 'From the stored model to the first class in use, once, cold', value: first, unit: 'ms', atMost: 5 });
}
