import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Project } from '../project/project.js';
import { compilerBy } from './load-package.js';
import type { InstalledCompiler } from './load-package.js';
import { faultOf, firstLine, PROBE, PROBE_FILE } from './probe.js';
import type { Verdict } from './verdict.js';

/** Packages that compile with Vite. */
const WAYS = ['vite', 'vitest', 'astro', 'nuxt', '@sveltejs/kit', '@remix-run/dev', '@react-router/dev', 'vite-node'];

type Transform = (code: string, file: string, options: object) => Promise<{ readonly code: string }>;

interface Vite {
  readonly transformWithOxc?: Transform;
  readonly transformWithEsbuild?: Transform;
}

/** What Vite says, with the compiler that its version stands on: esbuild up to 7, Oxc from 8 on. */
export async function viteVerdict({ folder, declared, tsconfig }: Project): Promise<Verdict | undefined> {
  const ways = WAYS.filter((name) => declared.has(name));
  const found = await compilerBy(folder, 'vite', ways);
  if (found === undefined) return undefined;
  const name = declared.has('vitest') ? `vitest (Vite ${found.version})` : `Vite ${found.version}`;
  const refusal = await refusalOf(found, tsconfig?.experimentalDecorators === true, declared.has('vitest'));
  return { toolchain: name, ...(refusal !== undefined && { refusal }), follows: ['.js', '', '.ts'] };
}

async function refusalOf(
  { folder }: InstalledCompiler,
  experimentalDecorators: boolean,
  isTest: boolean,
): Promise<string | undefined> {
  try {
    const entry = pathToFileURL(join(folder, 'dist/node/index.js')).href;
    const { transformWithOxc, transformWithEsbuild } = (await import(entry)) as Vite;
    const file = join(folder, PROBE_FILE);
    if (transformWithOxc !== undefined) {
      const options = { tsconfig: false, lang: 'ts', decorator: { legacy: experimentalDecorators } };
      return faultOf((await transformWithOxc(PROBE, file, options)).code);
    }
    if (transformWithEsbuild === undefined) return 'it offers no way to try it';
    const tsconfigRaw = { compilerOptions: { experimentalDecorators } };
    const options = { loader: 'ts', target: isTest ? 'node18' : 'esnext', tsconfigRaw };
    return faultOf((await transformWithEsbuild(PROBE, file, options)).code);
  } catch (error) {
    return firstLine(error);
  }
}
