import { SchemaCache, diskStore } from '@acurecord/cache';

/** One of several processes that start at once; sends the number of entities it got. */
const identity = { baseUrl: 'https://erp.example.com', tenant: 'Company', endpoint: 'Default', version: '24.200.001' };
const cache = new SchemaCache({ store: diskStore({ directory: process.argv[2] ?? '' }), now: () => 1_600_000_000_000 });
const fields = Array.from({ length: 50 }, (_, index) => `Field${index}`);
const entities = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`Entity${index}`, { fields }]));

let count = 0;
for (let round = 0; round < 5; round += 1) {
  const load = async () => ({ endpoint: 'Default', entities });
  const { schema } = await cache.resolve(identity, { build: 'b', load, forceRebuild: round % 2 === 0 });
  count = Object.keys(schema.entities).length;
}
process.send?.(count, () => process.disconnect());
