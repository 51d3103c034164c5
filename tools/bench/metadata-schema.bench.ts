import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStore, SchemaCache } from '@acurecord/cache';
import { readSchema } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { median, pairedMs, report } from './report.js';

const PROCESSES = 9;

const identity = {
  baseUrl: 'https://erp.example.com',
  tenant: 'Company',
  endpoint: 'Default',
  version: '24.200.001',
};

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

  const directory = mkdtempSync(join(tmpdir(), 'acurecord-bench-'));
  const cache = new SchemaCache<EndpointSchema>({ store: diskStore({ directory }) });
  await cache.resolve(identity, { build: '24.200', load: async () => readSchema(document) });
  const runs = Array.from({ length: PROCESSES }, () => runAsProgram(firstClass(directory)).split(' ').map(Number));
  rmSync(directory, { recursive: true });
  const at = (index: number): number => median(runs.map((times) => times[index] ?? NaN));
  report({ label: 'From the stored model on disk to the first class, cold', value: at(0), unit: 'ms', atMost: 5 });
  report({ label: 'The same to the wire body of its first record with a line', value: at(1), unit: 'ms' });
}

/** Reads the kept model, makes the class of orders, and an order with a line: everything for the first time. */
function firstClass(directory: string): string {
  return `
    import { diskStore, SchemaCache } from ${JSON.stringify(built('cache'))};
    import { defineEntity } from ${JSON.stringify(built('metadata'))};
    const cache = new SchemaCache({ store: diskStore({ directory: ${JSON.stringify(directory)} }) });
    const started = performance.now();
    const load = () => Promise.reject(new Error('It is kept.'));
    const { schema } = await cache.resolve(${JSON.stringify(identity)}, { build: '24.200', load });
    const Order = defineEntity(schema, 'SalesOrder');
    const made = performance.now();
    new Order({ OrderType: 'SO', Details: [{ InventoryID: 'AALEGO500' }] }).toWire();
    console.log(made - started, performance.now() - started);
  `;
}

/** As programs run, without a loader that compiles. */
function runAsProgram(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
}

function built(name: string): string {
  return join(import.meta.dirname, '../../packages', name, 'dist/index.js');
}
