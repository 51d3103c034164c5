import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../../shared');

/** Whether the real documents and recordings lie beside this checkout. */
export const hasSharedFiles = existsSync(folder);

/** Names of the real endpoint documents, without `.json`. */
export function schemaNames(): string[] {
  if (!hasSharedFiles) return [];
  return readdirSync(join(folder, 'schemas')).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
}

/** A file of `../shared`, parsed. */
export function readShared(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}

/** Describes tests on shared files; where there are none, one test says so. */
export function describeShared(name: string, tests: () => void): void {
  if (hasSharedFiles) describe(name, tests);
  else
    describe(name, () => it('has no documents beside this checkout to read', () => expect(schemaNames()).toEqual([])));
}

/** As `describe.each`, on shared files. */
describeShared.each = (names: readonly string[]) => {
  return (title: string, tests: (name: string) => void): void => {
    if (names.length === 0) describeShared(title, () => undefined);
    else describe.each(names)(title, tests);
  };
};
