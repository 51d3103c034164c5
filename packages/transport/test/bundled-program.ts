import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** A program of this folder as one file of JavaScript, which starts in no time; `remove` takes it away. */
export function bundledProgram(name: string): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'acurecord-program-'));
  const file = join(folder, name.replace(/\.ts$/, '.mjs'));
  const banner =
    "import { createRequire as madeRequire } from 'node:module'; const require = madeRequire(import.meta.url);";
  const tsconfig = join(ROOT, 'tsconfig.base.json');
  const bundling = [
    '--bundle',
    '--log-level=warning',
    '--platform=node',
    '--format=esm',
    `--tsconfig=${tsconfig}`,
    `--banner:js=${banner}`,
  ];
  execFileSync(join(ROOT, 'node_modules/.bin/esbuild'), [join(__dirname, name), ...bundling, `--outfile=${file}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
