import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { startSimulator } from '@acurecord/simulator';
import { makeProject, openProject, writeProject } from './project.js';
import { VISIT } from './shop.js';
import { STYLES } from './trial.js';
import type { Style, Trial } from './trial.js';

/** What came of a style. */
export type Outcome = 'works' | 'refused';

/** A line of the table, as it was seen. */
export interface Result {
  readonly name: string;
  readonly version: string;
  readonly settings: string;
  readonly outcomes: Readonly<Partial<Record<Style, Outcome>>>;
}

/**
 * Tries every style of a trial in a project made on the spot.
 *
 * @throws Error where a style that should work does not, or one works that is said to be refused
 */
export async function runTrial(
  trial: Trial,
  folder: string,
  install: (folder: string, packages: readonly string[]) => Promise<unknown>,
): Promise<Result> {
  await makeProject(folder, trial, install);
  const outcomes: Partial<Record<Style, Outcome>> = {};
  for (const style of STYLES) {
    const works = trial.works.includes(style);
    if (!works && !trial.refuses?.includes(style)) continue;
    const failure = await failureOf(trial, style, folder);
    if (works && failure !== undefined) throw new Error(`${trial.name}, ${style}: ${failure}`);
    if (!works && failure === undefined) throw new Error(`${trial.name} takes ${style} by now.`);
    outcomes[style] = works ? 'works' : 'refused';
  }
  return { name: trial.name, version: await versionOf(trial, folder), settings: trial.settings ?? '', outcomes };
}

/** Why the program did not see what it should; undefined when it did and gave its seat back. */
async function failureOf(trial: Trial, style: Style, folder: string): Promise<string | undefined> {
  await using simulator = await startSimulator({ generated: 3 });
  const answer = await fetch(`${simulator.url}/entity/Default/24.200.001/swagger.json`);
  await writeFile(join(folder, 'swagger.json'), await answer.text());
  const settings = { URL: simulator.url, USERNAME: 'admin', PASSWORD: 'admin-secret', TENANT: 'Company' };
  const lines = Object.entries(settings).map(([name, value]) => `ACUMATICA_${name}=${value}\n`);
  await writeFile(join(folder, '.env'), lines.join(''));
  await writeProject(folder, trial, style);
  try {
    const printed = await trial.run(await openProject(folder, simulator.url));
    const [, seen = 'null'] = /VISIT (\{.*?\})/.exec(printed.replaceAll('&quot;', '"')) ?? [];
    if (!isDeepStrictEqual(JSON.parse(seen), VISIT)) return `it printed ${printed.slice(-2000)}`;
    return simulator.sessions().length === 0 ? undefined : 'it left its seat taken';
  } catch (error) {
    return (error as Error).message;
  }
}

async function versionOf({ packages }: Trial, folder: string): Promise<string> {
  const [first] = packages;
  if (first === undefined) return process.versions.node.replace(/\.\d+$/, '');
  const name = first.replace(/(?<=.)@.*$/, '');
  const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version.replace(/\.\d+$/, '');
}
