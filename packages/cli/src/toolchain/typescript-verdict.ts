import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installedPackage } from '../project/installed-package.js';
import { readManifest } from '../project/manifest.js';
import type { Project } from '../project/project.js';
import type { CompilerSettings } from '../project/tsconfig.js';
import { faultOf, firstLine, PROBE, PROBE_FILE } from './probe.js';
import type { ImportExtension, Verdict } from './verdict.js';

const run = promisify(execFile);
const LIMIT_MS = 60_000;

/** Packages that compile with the project's TypeScript and run the result, whatever its settings say of emitting. */
const RUNNERS = ['ts-node', 'ts-jest', 'ts-loader'];

/** What the project's TypeScript says; `undefined` where it has none. */
export async function typescriptVerdict(project: Project): Promise<Verdict | undefined> {
  const { folder, declared, tsconfig } = project;
  if (!declared.has('typescript') && tsconfig === undefined) return undefined;
  const place = installedPackage(folder, 'typescript');
  if (place === undefined) return undefined;
  const version = (await readManifest(place))?.['version'];
  const isRun = tsconfig?.emits !== false || RUNNERS.some((name) => declared.has(name));
  const refusal = await refusalOf(place, tsconfig, isRun);
  return {
    toolchain: `TypeScript ${String(version)}`,
    ...(refusal !== undefined && { refusal }),
    follows: followedBy(project),
  };
}

async function refusalOf(
  place: string,
  tsconfig: CompilerSettings | undefined,
  isRun: boolean,
): Promise<string | undefined> {
  const target = tsconfig?.target ?? 'es2022';
  try {
    const compiled = await compile(place, isRun ? target : 'es2022', tsconfig?.experimentalDecorators === true);
    const fault = faultOf(compiled);
    return fault === undefined || !target.includes('esnext') ? fault : `with "target": "ESNext" ${fault}`;
  } catch (error) {
    return firstLine(error);
  }
}

interface Api {
  readonly transpileModule?: (
    code: string,
    options: { readonly fileName: string; readonly reportDiagnostics: true; readonly compilerOptions: object },
  ) => { readonly outputText: string; readonly diagnostics?: readonly { readonly messageText: unknown }[] };
  readonly convertCompilerOptionsFromJson?: (options: object, folder: string) => { readonly options: object };
}

/** In this process where TypeScript offers that, else by its command, in an empty folder. @throws what it says is wrong */
async function compile(place: string, target: string, experimentalDecorators: boolean): Promise<string> {
  const { transpileModule, convertCompilerOptionsFromJson } = createRequire(join(place, 'package.json'))(
    'typescript',
  ) as Api;
  if (transpileModule === undefined || convertCompilerOptionsFromJson === undefined)
    return compileByCommand(place, target, experimentalDecorators);
  const { options } = convertCompilerOptionsFromJson({ target, experimentalDecorators, module: 'commonjs' }, place);
  const { outputText, diagnostics = [] } = transpileModule(PROBE, {
    fileName: PROBE_FILE,
    reportDiagnostics: true,
    compilerOptions: options,
  });
  const [fault] = diagnostics;
  if (fault !== undefined) throw new Error(String(fault.messageText));
  return outputText;
}

async function compileByCommand(place: string, target: string, experimentalDecorators: boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'acurecord-probe-'));
  try {
    await writeFile(join(folder, PROBE_FILE), PROBE);
    const flags = ['--noCheck', '--target', target, '--experimentalDecorators', String(experimentalDecorators)];
    const command = [join(place, 'bin/tsc'), PROBE_FILE, '--outDir', 'out', ...flags];
    await run(process.execPath, command, { cwd: folder, timeout: LIMIT_MS }).catch(
      (error: Error & { stdout?: string }) => {
        throw new Error(error.stdout || error.message, { cause: error });
      },
    );
    return await readFile(join(folder, 'out', PROBE_FILE.replace(/ts$/, 'js')), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Endings by the way modules are found: Node's needs them in ES modules, the others add what is left out. */
function followedBy({ tsconfig, type }: Project): readonly ImportExtension[] {
  const { module = 'commonjs', moduleResolution = module, tsExtensions = false, emits = true } = tsconfig ?? {};
  const byNode = moduleResolution.startsWith('node') && !['node', 'node10'].includes(moduleResolution);
  const needsEnding = type === 'module' && (byNode || (emits && module.startsWith('es')));
  return ['.js', ...(needsEnding ? [] : ([''] as const)), ...(tsExtensions ? (['.ts'] as const) : [])];
}
