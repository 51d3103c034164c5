import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSimulator } from '@acurecord/simulator';
import { readingProgram, typedProgram } from './generated-program.js';
import { compilers, toolchains } from './toolchains.js';
import type { Toolchain } from './toolchains.js';

/**
 * Generated classes as people use them: the packed command makes them, real compilers of several versions compile them
 * against the packed packages, and Node runs them against the packed simulator. ACURECORD_ALL_TOOLCHAINS=1 tries
 * everything with everything, for half an hour; without it each style of each document, and each compiler somewhere.
 */

const run = promisify(execFile);
const isWide = process.env.ACURECORD_ALL_TOOLCHAINS === '1';
const shared = join(__dirname, '../../../../shared/schemas');
const real = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith('.json')) : [];
const documents = ['Demo.json', ...real.sort()];
const folder = process.env['ACURECORD_PACKED'] ?? '';

beforeAll(async () => {
  await mkdir(join(folder, 'documents'));
  await using simulator = await startSimulator();
  const answer = await fetch(`${simulator.url}/entity/Default/24.200.001/swagger.json`);
  await writeFile(join(folder, 'documents/Demo.json'), await answer.text());
  for (const name of real) await cp(join(shared, name), join(folder, 'documents', name));
});

describe.each(documents)('classes of %s', (document) => {
  beforeAll(async () => {
    for (const style of ['decorators', 'erasable'] as const) {
      const out = join(placeOf(document, style, 'module'), 'generated');
      const args = ['generate', '--schema', join('documents', document), '--style', style, '--out', out];
      await node('node_modules/@acurecord/cli/dist/main.js', args);
      for (const type of ['module', 'commonjs'] as const) await writeProject(document, style, type);
    }
  });

  it.each(trials(document))(
    'compile and run with $compiler, $toolchain.name',
    async ({ compiler, toolchain }) => {
      const place = placeOf(document, toolchain.style, toolchain.type);
      const outDir = `out-${compiler}-${toolchains.indexOf(toolchain)}`;
      const config = `${outDir}.json`;
      const compilerOptions = { ...toolchain.compilerOptions, outDir, rootDir: '.', noEmit: !toolchain.isRun };
      const settings = { compilerOptions, include: ['*.ts', 'generated'] };
      await writeFile(join(folder, place, config), JSON.stringify(settings));
      expect(await node(`node_modules/${compiler}/bin/tsc`, ['-p', join(place, config)])).toBe('');
      if (!toolchain.isRun) return;
      const printed = await node(join(place, outDir, 'program.js'), [join('documents', document)]);
      expect(JSON.parse(printed)).toMatchObject({ wrong: [], writes: 0, seats: 0 });
    },
    620_000,
  );
});

interface Trial {
  readonly compiler: (typeof compilers)[number];
  readonly toolchain: Toolchain;
}

function trials(document: string): Trial[] {
  const all = compilers.flatMap((compiler) => toolchains.map((toolchain) => ({ compiler, toolchain })));
  if (isWide) return all;
  const turn = documents.indexOf(document);
  return all.filter(({ compiler, toolchain }) => {
    const place = toolchains.indexOf(toolchain) + turn + compilers.indexOf(compiler);
    if (compiler === 'typescript-7') return place % 4 === 0;
    return document === 'Demo.json' ? place % 4 === 0 : document.startsWith('Default_24') && place % 12 === 0;
  });
}

function placeOf(document: string, style: string, type: string): string {
  return join(type, document.replace('.json', ''), style);
}

async function writeProject(document: string, style: string, type: 'module' | 'commonjs'): Promise<void> {
  const from = join(folder, placeOf(document, style, 'module'), 'generated');
  const place = join(folder, placeOf(document, style, type));
  if (type !== 'module') await cp(from, join(place, 'generated'), { recursive: true });
  await writeFile(join(place, 'package.json'), JSON.stringify({ private: true, type }));
  await writeFile(join(place, 'program.ts'), readingProgram);
  const index = await readFile(join(from, 'index.ts'), 'utf8');
  if (index.includes('  SalesOrder,') && index.includes('  StockItem,'))
    await writeFile(join(place, 'typed.ts'), typedProgram);
}

/** Runs a program in the folder and gives what it printed. @throws with what it printed when it failed */
async function node(script: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [script, ...args], { cwd: folder, timeout: 300_000 });
    return stdout.trim();
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${script} ${args.join(' ')} failed:\n${`${stdout}${stderr}`.slice(0, 4000)}`, { cause: error });
  }
}
