import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as odata from '@acurecord/odata';

/** Runs a program's text with the package in place of its import; gives back the lines it prints. */
function run(code: string): string[] {
  const lines: string[] = [];
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is our own README
  const program = new Function('require', 'exports', 'console', outputText) as (...values: unknown[]) => void;
  program(() => odata, {}, { log: (line: string) => lines.push(line) });
  return lines;
}

it('prints what the example of the README says', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
  expect(run(code)).toEqual(promised);
  expect(promised).toHaveLength(5);
});
