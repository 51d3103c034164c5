import { SchemaCache, diskStore } from '@acurecord/cache';

/** Resolves a schema with a folder that may be unusable, and prints what came of it. */
const identity = { baseUrl: 'https://erp.example.com', tenant: 'Company', endpoint: 'Default', version: '24.200.001' };
const cache = new SchemaCache({ store: diskStore({ directory: process.argv[2] ?? '' }) });
const fields = Array.from({ length: 50 }, (_, index) => `Field${index}`);
const entities = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`Entity${index}`, { fields }]));

async function main(): Promise<void> {
  const { schema, source } = await cache.resolve(identity, { build: 'b', load: async () => ({ entities }) });
  const count = Object.keys(schema.entities).length;
  process.stdout.write(JSON.stringify({ count, source, problem: cache.stats().lastProblem ?? null }));
}

void main();
