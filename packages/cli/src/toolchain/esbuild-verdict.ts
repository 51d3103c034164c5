import type { Project } from '../project/project.js';
import { compilerBy, loadCompiler } from './load-package.js';
import { faultOf, firstLine, PROBE } from './probe.js';
import type { Verdict } from './verdict.js';

/** Packages that compile with esbuild, for the Node they run on. */
const FOR_NODE = ['tsx', 'tsup', 'esbuild-register', 'esbuild-jest'];

interface Esbuild {
  readonly transformSync: (code: string, options: object) => { readonly code: string };
}

/**
 * What esbuild says as the project's packages use it: tsx and tsup compile for this Node; the bare command leaves what is
 * not told a target.
 */
export async function esbuildVerdict({ folder, declared, scripts, tsconfig }: Project): Promise<Verdict | undefined> {
  const ways = [...FOR_NODE, 'esbuild'].filter((name) => declared.has(name));
  const [way] = ways;
  const found = await compilerBy(folder, 'esbuild', ways);
  if (found === undefined || way === undefined) return undefined;
  const isBare = ways.every((name) => name === 'esbuild');
  const target = isBare ? toldTarget(scripts) : `node${process.versions.node}`;
  const refusal = refusalOf(found.folder, target, tsconfig?.experimentalDecorators === true);
  return {
    toolchain: isBare ? `esbuild ${found.version}` : `${way} (esbuild ${found.version})`,
    ...(refusal !== undefined && { refusal: isBare && target === undefined ? `without --target ${refusal}` : refusal }),
    follows: ['.js', '', '.ts'],
  };
}

function refusalOf(place: string, target: string | undefined, experimentalDecorators: boolean): string | undefined {
  try {
    const { transformSync } = loadCompiler(place, 'esbuild') as Esbuild;
    const tsconfigRaw = { compilerOptions: { experimentalDecorators } };
    const options = { loader: 'ts', tsconfigRaw, logLevel: 'silent', ...(target !== undefined && { target }) };
    return faultOf(transformSync(PROBE, options).code);
  } catch (error) {
    return lastSentence(error);
  }
}

/** esbuild says in its first line only that there are errors. */
function lastSentence(error: unknown): string {
  const [first] = (error as { readonly errors?: readonly { readonly text: string }[] }).errors ?? [];
  return first?.text ?? firstLine(error);
}

/** The target that a script tells esbuild. */
function toldTarget(scripts: readonly string[]): string | undefined {
  const told = scripts.filter((script) => /\besbuild\b/.test(script)).join(' ');
  return /--target[= ]([\w.,]+)/.exec(told)?.[1];
}
