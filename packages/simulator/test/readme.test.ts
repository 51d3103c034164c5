import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as simulator from '../src/index.js';

it('the example of the README prints what its comments say', async () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const promised = [...code.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, comment]) => comment);
  expect(promised).toHaveLength(3);
  expect(await run(code)).toEqual(promised);
});

/** Runs a module's text with the package in place of its import; gives back the lines it prints. */
async function run(code: string): Promise<string[]> {
  const lines: string[] = [];
  const script = code.replace(/^import (\{.*\}) from '@acurecord\/simulator';$/m, 'const $1 = simulator;');
  const { outputText } = ts.transpileModule(script, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
  const main = new AsyncFunction('simulator', 'console', outputText) as (...args: unknown[]) => Promise<void>;
  await main(simulator, { log: (...parts: unknown[]) => lines.push(parts.join(' ')) });
  return lines;
}
