import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../runtimes/run-trial.js';
import { cellsOf, rowsOf, tableOf } from '../runtimes/table.js';
import { STYLES } from '../runtimes/trial.js';
import { trials } from '../runtimes/trials/index.js';

/** What the manual says of runtimes is what was seen of them: `npm run test:long -- runtimes` writes both files. */

const root = join(__dirname, '../..');
const results = JSON.parse(readFileSync(join(root, 'tools/runtimes/results.json'), 'utf8')) as Result[];

it('shows the results in the manual', () => {
  const page = readFileSync(join(root, 'docs/runtimes.md'), 'utf8');
  expect(cellsOf(page)).toEqual(rowsOf(tableOf(results)));
});

it('has tried what is to be tried, as it is to be tried now', () => {
  const seen = results.map(({ name, settings, outcomes }) => [name, settings, STYLES.map((style) => outcomes[style])]);
  const planned = trials.map(({ name, settings = '', works, refuses = [] }) => [
    name,
    settings,
    STYLES.map((style) => (works.includes(style) ? 'works' : refuses.includes(style) ? 'refused' : undefined)),
  ]);
  expect(seen).toEqual(planned);
});
