import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * Runs test files of a project (`packages/transport`, `tools`) with more in their environment, such as a count, and gives
 * how many passed. Arguments are those of jest. Their count in `test-results.json` stays that of `npm test`.
 *
 * @throws Error when a test failed, was skipped, or none ran
 */
export async function runJest(project, args, env = {}) {
  const place = await mkdtemp(join(tmpdir(), 'acurecord-long-'));
  const file = join(place, 'results.json');
  const jest = ['jest', ...args, '--reporters=default', '--json', `--outputFile=${file}`];
  const child = spawn('npx', jest, {
    cwd: join(root, project),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => child.once('close', resolve));
  const { numPassedTests, numTotalTests, success } = JSON.parse(await readFile(file, 'utf8'));
  await rm(place, { recursive: true });
  if (!success || numPassedTests === 0) throw new Error(`${numPassedTests} of ${numTotalTests} tests passed.`);
  return numPassedTests;
}
