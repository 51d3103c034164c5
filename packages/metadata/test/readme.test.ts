import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import ts from 'typescript';
import * as metadata from '@acurecord/metadata';
import * as simulator from '@acurecord/simulator';
import * as transport from '@acurecord/transport';

/** Runs a program's text with the sources in place of its imports; gives back the lines it prints. */
async function run(code: string): Promise<string[]> {
  const lines: string[] = [];
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };
  const { outputText } = ts.transpileModule(
    `export const done = (async () => {${code.replace(/^import .*$/gm, '')}})();`,
    {
      compilerOptions,
    },
  );
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is our own README
  const program = new Function('exports', 'console', ...Object.keys(names), outputText) as (
    ...values: unknown[]
  ) => void;
  const result: { done?: Promise<void> } = {};
  const log = (line: unknown): number => lines.push(inspect(line));
  program(result, { log }, ...Object.values(names));
  await result.done;
  return lines;
}

const names = { ...metadata, ...simulator, ...transport };

it('prints what the example of the README says', async () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
  expect((await run(code)).map((line) => line.replace(/\s+/g, ' '))).toEqual(promised);
  expect(promised).toHaveLength(2);
  metadata.setDefaultClient(undefined);
});
