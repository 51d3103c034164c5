// Writes packages/metadata/src/knowledge/facts/*.ts from a folder of field facts, one JSON file an endpoint
// (`Default_24.200.001.json`): entity → { screen, fields: { name: { sql, label, dac, dacField, key } } }.
//
//   node tools/knowledge/write-field-facts.mjs <folder> [<day of collection, 2026-12-01>]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const [folder, collected = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node tools/knowledge/write-field-facts.mjs <folder> [<day>]');
const target = resolve(fileURLToPath(import.meta.url), '../../../packages/metadata/src/knowledge/facts');
const origin = "The vendor's generated models of the endpoint and its definition (MIT)";

/** The place of a text in a list, which grows. */
const placeIn = (list, text) => {
  if (text === undefined) return '';
  if (/[\t\n| ]/.test(text)) throw new Error(`A separator in ${JSON.stringify(text)}`);
  if (!list.includes(text)) list.push(text);
  return String(list.indexOf(text));
};

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const endpoint = file.slice(0, -'.json'.length).replace('_', '/');
  const facts = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const sqlTypes = [];
  const dataClasses = [];
  const entities = Object.entries(facts).map(([entity, { screen = '', fields }]) => {
    const rows = Object.entries(fields).map(([name, { sql, label = '', dac, dacField = '' }]) => {
      const row = [name, placeIn(sqlTypes, sql), placeIn(dataClasses, dac), dacField, label];
      if (row.some((part) => /[\t\n|]/.test(part))) throw new Error(`A separator in ${entity}.${name}`);
      return row.join('|').replace(/\|+$/, '');
    });
    return [entity, screen, ...rows].join('\t');
  });
  const name = endpoint.split('/')[0].toLowerCase();
  const source = { endpoint, origin, collected };
  const table = { source, sqlTypes: sqlTypes.join(' '), dataClasses: dataClasses.join(' ') };
  const path = join(target, `${name}-facts.ts`);
  const text = [
    "import type { FactTable } from '../fact-table.js';",
    '',
    '/** Written by tools/knowledge/write-field-facts.mjs; not by hand. */',
    `export const ${name}Facts: FactTable = {`,
    ...Object.entries(table).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`),
    `  entities: ${JSON.stringify(entities.join('\n'))},`,
    '};',
    '',
  ].join('\n');
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
