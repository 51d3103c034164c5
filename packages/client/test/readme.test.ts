import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import * as acurecord from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { simulated } from './support/simulated.js';

let sim: Simulator;
let folder: string;
const before = { ...process.env };
beforeAll(async () => {
  sim = await simulated();
  folder = await mkdtemp(join(tmpdir(), 'acurecord-readme-'));
  process.env['ACUMATICA_URL'] = sim.url;
  process.env['ACUMATICA_USERNAME'] = 'admin';
  process.env['ACUMATICA_PASSWORD'] = 'admin-secret';
  process.env['ACUMATICA_TENANT'] = 'Company';
  process.env['ACUMATICA_CACHE_DIR'] = folder;
});
afterAll(async () => {
  process.env = before;
  await sim.close();
  await rm(folder, { recursive: true });
});

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
const examples = [...readme.matchAll(/\*\*(.*?)\*\*.*?```ts\n(.*?)```/gs)].map(([, title = '', code = '']) => [
  title,
  code,
]);

test.each(examples)('the example "%s" of the README says what its comments say', async (_title, code = '') => {
  const printed = await run(code);
  const promised = [...code.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, comment]) => comment);
  expect(promised.length).toBeGreaterThan(0);
  expect(promised.filter((line) => !printed.includes(line ?? ''))).toEqual([]);
  expect(sim.sessions()).toHaveLength(0);
});

test('no example is missed', () => expect(examples).toHaveLength(readme.split('```ts').length - 1));

/** Runs a module's text with the package in place of its imports; gives back the lines it prints. */
async function run(code: string): Promise<string[]> {
  const lines: string[] = [];
  const script = code.replaceAll(/^import (\{.*\}) from 'acurecord';$/gm, 'const $1 = acurecord;');
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(`async function main() {\n${script}\n}\n`, { compilerOptions });
  const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
  const main = new AsyncFunction('acurecord', 'console', `${outputText}\nawait main();`) as (
    ...args: unknown[]
  ) => Promise<void>;
  await main(acurecord, { log: (...parts: unknown[]) => lines.push(parts.join(' ')) });
  return lines;
}
