// Makes `packages/transport/src/session/generated/exit-worker.ts` of `exit-worker.ts` beside that folder: the text of the thread that signs out at
// the end of a process. With `--check` it writes nothing, and fails where the file is not what it would be.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const session = join(import.meta.dirname, '../../packages/transport/src/session');
const file = join(session, 'generated/exit-worker.ts');
const made = await exitWorker();

if (!process.argv.includes('--check')) await writeFile(file, made);
else if ((await readFile(file, 'utf8')) !== made) {
  console.error('generated/exit-worker.ts is not what exit-worker.ts makes: node tools/build/exit-worker.mjs');
  process.exitCode = 1;
}

async function exitWorker() {
  const { outputFiles } = await build({
    entryPoints: [join(session, 'exit-worker.ts')],
    supported: { 'dynamic-import': false },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
  });
  const text = outputFiles[0].text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  return [
    '// Made by `node tools/build/exit-worker.mjs` of ../exit-worker.ts; a test holds both together.',
    '/** What the thread runs that signs out at the end of a process. */',
    `export const exitWorker = \`${text.trimEnd()}\`;`,
    '',
  ].join('\n');
}
