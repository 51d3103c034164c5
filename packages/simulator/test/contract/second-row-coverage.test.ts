import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSecondRows } from '../support/contract-rows.js';
import { testTitles } from '../support/test-titles.js';
import { facts } from './rows.js';
import { secondFacts } from './second-rows.js';

const tests = resolve(__dirname, '..');
const titles = new Set(
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => [...testTitles(readFileSync(resolve(tests, name), 'utf8'))]),
);
const all = Object.entries(secondFacts).flatMap(([section, rows]) =>
  rows.map((row, at) => ({ ...row, section, name: `${section} row ${String(at + 1)}, ${row.label}` })),
);

describe('each row of the second page', () => {
  test('is shown by tests that exist, or cannot be shown for a reason', () => {
    const missing = all.flatMap(({ name, shownBy }) =>
      shownBy.filter((title) => !titles.has(title)).map((title) => `${name}: ${title}`),
    );
    expect(missing).toEqual([]);
    const bare = all.filter(({ shownBy, unshowable = '' }) => (shownBy.length === 0) === (unshowable === ''));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  test('stands behind each row of the first page that it replaces', () => {
    const anchors = all.map(({ anchor }) => anchor);
    const replaced = Object.values(facts)
      .flat()
      .flatMap(({ replacedBy }) => replacedBy ?? []);
    expect(replaced.length).toBeGreaterThan(5);
    for (const words of replaced) expect(anchors).toContain(words);
  });
});

const contract = resolve(__dirname, '../../../../../shared/wire-contract-2.md');

if (!existsSync(contract)) {
  it('has no second page on this machine to compare its rows with', () => undefined);
} else {
  describe('the second page', () => {
    const rows = readSecondRows(readFileSync(contract, 'utf8'));
    const sections = [...new Set(rows.map(({ section }) => section))];

    test('has the sections that are accounted for', () => {
      expect(sections).toEqual(Object.keys(secondFacts).sort((a, b) => sections.indexOf(a) - sections.indexOf(b)));
    });

    test.each(sections)('has the rows that are accounted for in "%s", in their order', (section) => {
      const told = rows.filter((row) => row.section === section);
      const known = secondFacts[section] ?? [];
      for (const [at, { text, mark }] of told.entries())
        expect({ text, mark }).toEqual({
          text: expect.stringContaining(known[at]?.anchor ?? '…') as unknown,
          mark: known[at]?.mark,
        });
      expect(told).toHaveLength(known.length);
    });
  });
}
