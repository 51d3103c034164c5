import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as cache from '@acurecord/cache';

test('the example of the README says what its comments say', async () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const printed = await run(code);
  const promised = [...code.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, comment]) => comment);
  expect(printed).toEqual(promised);
  expect(printed).toHaveLength(2);
});

/** Runs a module's text with the package in place of its import; gives back the lines it prints. */
async function run(code: string): Promise<string[]> {
  const lines: string[] = [];
  const script = code.replace(/^import (\{.*\}) from '@acurecord\/cache';$/m, 'const $1 = cache;');
  const { outputText } = ts.transpileModule(script, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
  const main = new AsyncFunction('cache', 'console', outputText) as (...args: unknown[]) => Promise<void>;
  await main(cache, { log: (...parts: unknown[]) => lines.push(parts.join(' ')) });
  return lines;
}
