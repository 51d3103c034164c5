import { loadKnowledge } from '@acurecord/metadata';
import type { EntityFacts } from '@acurecord/metadata';
import { generateModels } from '@acurecord/generator';
import { prettierCheck } from './prettier-check.js';
import { readRealSchema, realDocuments } from './real-documents.js';

jest.setTimeout(120_000);

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

  it.each(['decorators', 'erasable'] as const)('is formatted as prettier would, with %s', async (style) => {
    if (!isHere) return;
    const knowledge = await loadKnowledge();
    const facts = (entity: string): EntityFacts | undefined => knowledge.entity(name.replace('_', '/'), entity);
    expect(prettierCheck(generateModels(readRealSchema(name), { style, facts }).files)).toBe('');
  });
});
