// Runs the parts that take too long for `npm test`: `npm run test:long -- NAME [NAME…]`, or lists them without a name.
// A part is a file of `parts/`, which exports `about` (one line for the list), `run()` (resolves with one line that sums
// up, throws when something failed) and, where one hour is not enough, `limitMinutes`. Each has a process of its own.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listParts } from './list-parts.mjs';

const folder = import.meta.dirname;
const root = join(folder, '../..');
const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') };
const parts = new Map(
  readdirSync(join(folder, 'parts'))
    .sort()
    .map((file) => [file.replace(/\.m?[jt]s$/, ''), join(folder, 'parts', file)]),
);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.has(name));

if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. There are: ${[...parts.keys()].join(', ')}.`);
  process.exitCode = 2;
} else if (wanted.length === 0) {
  await listParts(parts);
} else {
  build();
  const lines = [];
  for (const name of wanted) lines.push(await runPart(name));
  console.log(`\n${lines.join('\n')}`);
}

/** Parts work with what people get. */
function build() {
  const { status } = spawnSync('npx', ['nx', 'run-many', '--target=build', '--outputStyle=static'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The packages do not build: npm run build');
}

/** Runs one part to its end, whatever it does, and gives the line that sums it up. */
async function runPart(name) {
  console.log(`\n${name}`);
  const begun = Date.now();
  const child = spawn(process.execPath, ['--import', 'tsx', join(folder, 'run-part.mjs'), parts.get(name)], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let said = { failed: 'It ended without a word.' };
  child.on('message', (message) => (said = message));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0 && said.failed === undefined) said = { failed: `It ended with code ${code}.` };
  if (said.failed !== undefined) process.exitCode = 1;
  const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
  return `${name}: ${said.failed === undefined ? 'passed' : 'FAILED'} in ${minutes} min: ${said.failed ?? said.summary}`;
}
