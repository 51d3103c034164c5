import type { Result } from './run-trial.js';
import { STYLES } from './trial.js';
import type { Style } from './trial.js';

/** Column heads, and what a cell says of a style. */
const HEADS: Readonly<Record<Style, string>> = {
  models: 'no classes',
  decorators: 'decorated classes',
  erasable: 'erasable classes',
};

/** The manual's table, a row a result; cells are as wide as their text. */
export function tableOf(results: readonly Result[]): string {
  const head = ['', 'version', ...STYLES.map((style) => HEADS[style]), 'settings'];
  const rows = results.map(({ name, version, outcomes, settings }) => [
    name,
    version,
    ...STYLES.map((style) => ({ works: 'yes', refused: 'no', none: '' })[outcomes[style] ?? 'none']),
    settings,
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const PLACE = /(<!-- made by npm run test:long -- runtimes -->\n\n)[\s\S]*?(\n\n<!-- end -->)/;

/** A page of the manual with another table. @throws Error for a page that has no place for one */
export function withTable(page: string, table: string): string {
  if (!PLACE.test(page)) throw new Error('The page has no place for the table.');
  return page.replace(PLACE, (_all, before: string, after: string) => before + table + after);
}

/** The cells of the page's table, however wide they are written. */
export function cellsOf(page: string): string[][] {
  const [table = ''] = PLACE.exec(page) ?? [];
  return rowsOf(table);
}

/** The cells of a Markdown table. */
export function rowsOf(table: string): string[][] {
  const lines = table.split('\n').filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
