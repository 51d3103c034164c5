import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { readContractRows } from '../support/contract-rows.js';
import { testTitles } from '../support/test-titles.js';
import { facts } from './rows.js';

const tests = resolve(__dirname, '..');
const titles = new Set(
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => [...testTitles(readFileSync(resolve(tests, name), 'utf8'))]),
);
const all = Object.entries(facts).flatMap(([section, rows]) =>
  rows.map((row, at) => ({ ...row, section, name: `§${section} row ${String(at + 1)}, ${row.label}` })),
);

describe('each row of the description of the wire', () => {
  test('is shown by tests that exist, or cannot be shown for a reason', () => {
    const missing = all.flatMap(({ name, shownBy }) =>
      shownBy.filter((title) => !titles.has(title)).map((title) => `${name}: ${title}`),
    );
    expect(missing).toEqual([]);
    const bare = all.filter(({ shownBy, unshowable = '' }) => (shownBy.length === 0) === (unshowable === ''));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  test('has a test that names its section', () => {
    const unnamed = all.filter(({ section, shownBy, unshowable }) => {
      const word = new RegExp(`§${section.replace('.', '\\.')}(?![\\d.]*\\d)`);
      return unshowable === undefined && !shownBy.some((title) => word.test(title));
    });
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });
});

const contract = resolve(__dirname, '../../../../../shared/wire-contract.md');

if (!existsSync(contract)) {
  it('has no description of the wire on this machine to compare its rows with', () => undefined);
} else {
  describe('the description of the wire', () => {
    const rows = readContractRows(readFileSync(contract, 'utf8'));
    const sections = [...new Set(rows.map(({ section }) => section))];

    test('has the sections that are accounted for', () => {
      expect(sections).toEqual(Object.keys(facts).sort(inOrder));
    });

    test.each(sections)('has the rows that are accounted for in §%s, in their order', (section) => {
      const told = rows.filter((row) => row.section === section);
      const known = facts[section] ?? [];
      for (const [at, { text, mark }] of told.entries())
        expect({ text, mark }).toEqual({
          text: expect.stringContaining(known[at]?.anchor ?? '…') as unknown,
          mark: known[at]?.mark,
        });
      expect(told).toHaveLength(known.length);
    });
  });
}

const inOrder = (a: string, b: string): number => {
  const [one, two] = [a.split('.').map(Number), b.split('.').map(Number)];
  return (one[0] ?? 0) - (two[0] ?? 0) || (one[1] ?? 0) - (two[1] ?? 0);
};
