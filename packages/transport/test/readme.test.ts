import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import ts from 'typescript';
import * as errors from '@acurecord/errors';
import * as transport from '../src/index.js';

/** Runs a program's text with these packages and variables; gives back the lines it prints. */
async function run(code: string, env: Record<string, string>): Promise<string[]> {
  const lines: string[] = [];
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  type Program = (...values: unknown[]) => Promise<void>;
  const AsyncFunction = (async () => undefined).constructor as new (...texts: string[]) => Program;
  const packages: Record<string, unknown> = { '@acurecord/errors': errors, '@acurecord/transport': transport };
  const program = new AsyncFunction('require', 'exports', 'console', 'process', outputText);
  const log = (...values: unknown[]): void => void lines.push(values.join(' '));
  await program((name: string) => packages[name], {}, { log }, { env });
  return lines;
}

it('prints what the example of the README says, and leaves no seat', async () => {
  const sim = await startSimulator();
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
  expect(await run(code, { ACUMATICA_URL: sim.url, ACUMATICA_PASSWORD: 'admin-secret' })).toEqual(promised);
  expect(promised).toHaveLength(3);
  expect(sim.sessions()).toHaveLength(0);
  await sim.close();
});
