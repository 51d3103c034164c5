import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Project } from '../project/project.js';
import { faultOf, firstLine, PROBE, PROBE_FILE } from './probe.js';
import type { Verdict } from './verdict.js';

const run = promisify(execFile);
const LIMIT_MS = 30_000;

/** `node program.ts`, without a loader that would compile it. */
const NODE_RUNS_TYPESCRIPT = /\bnode(?:js)?\b(?![^&|;]*(?:--import|--loader|--require|-r)\b)[^&|;]*\.[mc]?ts\b/;

/** What Node's own TypeScript says, where the project uses it: it strips types, and nothing else. */
export function nodeVerdict({ scripts, tsconfig }: Project): Verdict | undefined {
  const isUsed = tsconfig?.erasableSyntaxOnly === true || scripts.some((script) => NODE_RUNS_TYPESCRIPT.test(script));
  return isUsed ? nodeItself() : undefined;
}

/** Node's own TypeScript, whether a project says that it uses it or not; `undefined` where this Node has none. */
export function nodeItself(): Verdict {
  return {
    toolchain: "Node's own TypeScript",
    refusal: nodeRefusal(),
    follows: ['.ts'],
    isStrict: true,
  };
}

/** Whether this Node runs TypeScript by itself. */
export function nodeRunsTypeScript(): boolean {
  return 'typescript' in process.features && process.features.typescript === 'strip';
}

function nodeRefusal(): string {
  const { stripTypeScriptTypes } = nodeModule as { stripTypeScriptTypes?: (code: string) => string };
  const known = 'it strips types and leaves decorators';
  if (stripTypeScriptTypes === undefined) return known;
  try {
    return faultOf(stripTypeScriptTypes(PROBE)) ?? known;
  } catch (error) {
    return firstLine(error);
  }
}

/** A program around the probe that needs no package; it fails where the decorators are not called. */
const PROGRAM = `
class Entity { constructor(_init?: unknown) {} }
let calls = 0;
const entity = (..._: unknown[]) => (..._target: any[]): any => { calls += 1; };
const field = { string: () => (..._target: any[]): any => { calls += 1; } };
${PROBE}
new Probe();
if (calls !== 2) throw new Error('decorators are not called');
`;

/** What Bun says, where the project is one of Bun's. */
export async function bunVerdict(project: Project): Promise<Verdict | undefined> {
  const { declared, has } = project;
  const isUsed = ['bun', '@types/bun', 'bun-types'].some((name) => declared.has(name));
  if (!isUsed && !['bun.lock', 'bun.lockb', 'bunfig.toml'].some(has)) return undefined;
  const refusal = await refusalByRun(project, 'bun', [PROBE_FILE]);
  return { toolchain: 'Bun', ...(refusal !== undefined && { refusal }), follows: ['.js', '', '.ts'] };
}

/** What Deno says, where the project is one of Deno's. */
export async function denoVerdict(project: Project): Promise<Verdict | undefined> {
  const { declared, has } = project;
  if (!declared.has('deno') && !['deno.json', 'deno.jsonc', 'deno.lock'].some(has)) return undefined;
  const refusal = await refusalByRun(project, 'deno', ['run', '--no-config', '--no-lock', '--no-check', PROBE_FILE]);
  return { toolchain: 'Deno', ...(refusal !== undefined && { refusal }), follows: ['.ts'], isStrict: true };
}

/** Runs the probe in an empty folder, so that no configuration of the project has a say. */
async function refusalByRun(project: Project, command: string, args: readonly string[]): Promise<string | undefined> {
  const { folder, top, tsconfig } = project;
  const place = await mkdtemp(join(tmpdir(), 'acurecord-probe-'));
  const own = [folder, top].map((base) => join(base, 'node_modules/.bin'));
  const separator = process.platform === 'win32' ? ';' : ':';
  const env = { ...process.env, PATH: [...own, process.env['PATH'] ?? ''].join(separator) };
  const { experimentalDecorators = false } = tsconfig ?? {};
  try {
    await writeFile(join(place, PROBE_FILE), PROGRAM);
    await writeFile(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions: { experimentalDecorators } }));
    await run(command, [...args], { cwd: place, env, timeout: LIMIT_MS, shell: process.platform === 'win32' });
    return undefined;
  } catch (error) {
    const { code, stderr = '' } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code === 'ENOENT') return `it could not be tried, since the command ${command} is not here`;
    return `it stops there (${firstLine(stderr.split('\n').find((line) => /error/i.test(line)) ?? error)})`;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
