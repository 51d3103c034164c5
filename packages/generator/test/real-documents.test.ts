import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { generateModels } from '@acurecord/generator';
import { outputFolder } from './output-folder.js';
import { readRealSchema, realDocuments } from './real-documents.js';

jest.setTimeout(120_000);

const prettier = join(__dirname, '../../../node_modules/prettier/bin/prettier.cjs');

describe.each(realDocuments.length === 0 ? ['no document is here'] : realDocuments)('%s', (name) => {
  const isHere = realDocuments.includes(name);

  it('gives the same text every time', () => {
    if (!isHere) return;
    expect([...generateModels(readRealSchema(name)).files]).toEqual([...generateModels(readRealSchema(name)).files]);
  });

  it('has a class for every entity and a field for every member', () => {
    if (!isHere) return;
    const { entities } = readRealSchema(name);
    const text = [...generateModels({ ...readRealSchema(name) }).files.values()].join('');
    const members = Object.values(entities).flatMap((entity) => Object.keys(entity.members));
    expect(text.match(/^export class /gm)).toHaveLength(Object.keys(entities).length);
    expect(text.match(/^ {2}@field\./gm)).toHaveLength(members.length);
  });

  it.each(['decorators', 'erasable'] as const)('is formatted as prettier would, with %s', (style) => {
    if (!isHere) return;
    const folder = outputFolder(generateModels(readRealSchema(name), { style }).files);
    const check = [
      prettier,
      '--check',
      '--no-config',
      '--single-quote',
      '--print-width=120',
      '--log-level=warn',
      folder.path,
    ];
    try {
      expect(() => execFileSync(process.execPath, check, { stdio: 'pipe' })).not.toThrow();
    } finally {
      folder.remove();
    }
  });
});
