import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runTrial } from '../../runtimes/run-trial.js';
import { trials } from '../../runtimes/trials/index.js';
import { installInto, tarballsIn } from './install-packages.js';

/** The runtimes that need no large package; all of them run in `npm run test:long -- runtimes`. */

const packed = process.env['ACURECORD_PACKED'] ?? '';
const quick = trials.filter(({ isQuick }) => isQuick);

it.each(quick)('$name', async (trial) => {
  const folder = join(packed, 'runtimes', trial.name.replaceAll(/\W+/g, '-'));
  await mkdir(folder, { recursive: true });
  const install = async (into: string, others: readonly string[]): Promise<unknown> =>
    installInto(into, [...(await tarballsIn(packed)), ...others]);
  const { outcomes } = await runTrial(trial, folder, install);
  expect(Object.values(outcomes)).toEqual(trial.works.map(() => 'works'));
});
