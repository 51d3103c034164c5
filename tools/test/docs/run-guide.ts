import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { startSimulator } from '@acurecord/simulator';
import type { Fence } from './guide.js';

/**
 * Runs the examples of one guide, in their order and in a folder of their own, against a simulator that starts anew for
 * each: `run-guide.ts <folder>`, with the fences in `<folder>.json`. Programs print what their comments promise and end
 * with every seat given back; the process ends by itself, or something was left running.
 */
const [folder = ''] = process.argv.slice(2);
const root = join(import.meta.dirname, '../../..');
const fences = JSON.parse(readFileSync(`${folder}.json`, 'utf8')) as Fence[];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
process.chdir(folder);
await using simulator = await startSimulator({ generated: 5 });
const settings = { URL: simulator.url, USERNAME: 'admin', PASSWORD: 'admin-secret', TENANT: 'Company' };
const lines = Object.entries(settings).map(([name, value]) => `ACUMATICA_${name}=${value}\n`);
writeFileSync('.env', `${lines.join('')}ACUMATICA_RATE_LIMIT=1000\nACUMATICA_CACHE_DIR=${join(folder, '.cache')}\n`);
writeFileSync('package.json', '{ "type": "module" }\n');
if (fences.some(({ code }) => code.includes("'./acumatica/"))) {
  mkdirSync('acumatica');
  writeFileSync('acumatica/index.ts', "export * from '../../acumatica/index.js';\n");
}
const preset = JSON.stringify(join(root, 'tools/build/jest-preset.cjs'));
const choices = `testMatch: ['<rootDir>/*.test.ts'], reporters: ['default'], maxWorkers: 1`;
writeFileSync('jest.config.cjs', `module.exports = { ...require(${preset})(__dirname), ${choices} };\n`);

for (const fence of fences) {
  const named = /^file=(\S+)/.exec(fence.info)?.[1];
  if (fence.language === 'ts') {
    const file = join(folder, named ?? `line-${fence.line}.ts`);
    writeFileSync(file, `${fence.code}\nexport {};\n`);
    if (named === undefined) await check(fence, () => runProgram(file));
  }
  if (fence.language === 'sh') await check(fence, () => runShell(fence.code));
  if (['json', 'js'].includes(fence.language) && named !== undefined) writeFileSync(named, fence.code);
}

async function check(fence: Fence, run: () => Promise<string>): Promise<void> {
  simulator.reset();
  const printed = await run().catch((error: unknown) => fail(fence, 'it failed', inspect(error)));
  const left = simulator.sessions().length;
  if (left > 0) fail(fence, `${left} sessions were left open`, printed);
  let rest = printed;
  for (const promised of promisesOf(fence)) {
    const [shown] = promised.exec(rest) ?? [];
    if (shown === undefined) fail(fence, `it did not print, at this place, ${promised.source}`, printed);
    rest = rest.slice(rest.indexOf(shown) + shown.length);
  }
}

/** What the comments behind `console.log(…)`, or after `# →` in a shell, say that is printed; `…` stands for anything. */
function promisesOf({ language, code }: Fence): RegExp[] {
  const comment = language === 'sh' ? /# → (.+)$/gm : /console\.log\(.*\); \/\/ (.+?)(?:; .*)?$/gm;
  return [...code.matchAll(comment)].map(([, text = '']) => {
    const parts = text
      .trim()
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(parts.join('[^\\n]*'));
  });
}

/** Imports the program, with what it prints collected. */
async function runProgram(file: string): Promise<string> {
  const { log } = console;
  const printed: string[] = [];
  console.log = (...values: unknown[]) => printed.push(values.map(shown).join(' '));
  try {
    await import(pathToFileURL(file).href);
  } finally {
    console.log = log;
  }
  return printed.join('\n');
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value, { breakLength: Infinity });
}

async function runShell(script: string): Promise<string> {
  const env = { ...process.env, PATH: `${join(import.meta.dirname, 'bin')}:${process.env['PATH']}`, REPOSITORY: root };
  const child = spawn('sh', ['-e', '-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`Exit code ${code}:\n${printed}`);
  return printed;
}

function fail({ line }: Fence, complaint: string, printed: string): never {
  console.error(`docs/${folder.split('/').at(-1)}.md(${line}): ${complaint}. It printed:\n${printed}`);
  process.exit(1);
}
