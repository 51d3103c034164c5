import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { withTable, tableOf } from '../../runtimes/table.js';
import { trials } from '../../runtimes/trials/index.js';
import { tryAll } from '../../runtimes/try.js';

/** Every line of the manual's table, which it writes anew. */
export const about =
  'runtimes, test runners, bundlers and frameworks with packed packages; writes the table of the manual';

export const limitMinutes = 90;

const root = join(import.meta.dirname, '../../..');

export async function run(): Promise<string> {
  const { results, failures } = await tryAll(trials, (line) => console.log(line));
  if (failures.length > 0) throw new Error(`${failures.length} of ${trials.length} went wrong: ${failures.join('\n')}`);
  const page = join(root, 'docs/runtimes.md');
  await writeTidy(join(root, 'tools/runtimes/results.json'), JSON.stringify(results));
  await writeTidy(page, withTable(await readFile(page, 'utf8'), tableOf(results)));
  const refused = results.filter(({ outcomes }) => Object.values(outcomes).includes('refused')).length;
  return `${results.length} tried; ${refused} of them refuse decorated classes.`;
}

/** As the check of the format wants it. */
async function writeTidy(file: string, text: string): Promise<void> {
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
