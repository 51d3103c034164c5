// Runs every *.bench.ts of this folder, one after the other, each in a process of its own; arguments choose by name.
// The packages are measured as they are published: built, not from their sources.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const root = join(folder, '../..');
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((word) => name.includes(word))),
);

for (const file of files.sort()) {
  console.log(`\n${file.replace('.bench.ts', '')}`);
  const args = ['--expose-gc', '--import', 'tsx', join(folder, file)];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json') },
  });
  if (status !== 0) process.exitCode = 1;
}
