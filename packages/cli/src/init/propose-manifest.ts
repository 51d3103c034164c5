import { basename } from 'node:path';
import { applyEdits, modify, parse } from 'jsonc-parser';
import type { Manifest } from '../project/manifest.js';
import type { Language, Surroundings, TestRunner } from './surroundings.js';

/** What is chosen for a project. */
export interface Choices {
  readonly language: Language;
  readonly runner: TestRunner;
  /** Folder of the sample, relative to the project: `src`. */
  readonly folder: string;
}

const PLACEHOLDER = /^echo "Error: no test specified" && exit 1$/;

/** `package.json` as the project needs it: its module type, and scripts for the sample where their names are free. */
export function proposeManifest(
  text: string,
  folder: string,
  { choices, surroundings }: { readonly choices: Choices; readonly surroundings: Surroundings },
): string {
  const before = text === '' ? `${JSON.stringify({ name: packageName(folder), private: true }, null, 2)}\n` : text;
  const manifest = parse(before) as Manifest;
  const isJest = choices.runner === 'jest';
  const changes: [string[], unknown][] = [];
  // a project of CommonJS that has begun stays one; what npm writes by itself into an empty folder is no such choice
  const isFresh = manifest.scripts?.['test'] === undefined || PLACEHOLDER.test(manifest.scripts['test']);
  if (manifest.type !== 'module' && isFresh && surroundings.framework === undefined && !isJest)
    changes.push([['type'], 'module']);
  const scripts = { start: startScript(choices), test: testScript(choices) };
  for (const [name, command] of Object.entries(scripts)) {
    const there = manifest.scripts?.[name];
    if (there === undefined || PLACEHOLDER.test(there)) changes.push([['scripts', name], command]);
  }
  if (isJest && manifest['jest'] === undefined && choices.language === 'typescript' && surroundings.runner !== 'jest')
    changes.push([['jest'], JEST]);
  return changes.reduce((current, [path, value]) => set(current, path, value), before);
}

/** What Jest needs to compile TypeScript by SWC, and to follow imports that end in `.js`. */
const JEST = {
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

/** Sets one value in JSON with comments; everything else stays as it is written. */
export function set(text: string, path: readonly string[], value: unknown): string {
  const indent = /^( +|\t)"/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = { insertSpaces: indent !== '\t', tabSize: indent.length };
  return applyEdits(text, modify(text, [...path], value, { formattingOptions }));
}

/** The file of the sample's program or test. */
export function sampleFile({ language, folder }: Choices, name: string): string {
  const file = `${name}.${language === 'typescript' ? 'ts' : 'js'}`;
  return folder === '' ? file : `${folder}/${file}`;
}

function startScript(choices: Choices): string {
  const file = sampleFile(choices, 'first-records');
  return choices.language === 'typescript' ? `tsx ${file}` : `node ${file}`;
}

function testScript(choices: Choices): string {
  if (choices.runner === 'vitest') return 'vitest run';
  if (choices.runner === 'jest') return 'jest';
  const loader = choices.language === 'typescript' ? '--import tsx ' : '';
  return `node ${loader}--test ${sampleFile(choices, 'first-records.test')}`;
}

function packageName(folder: string): string {
  const words = basename(folder)
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((word) => word !== '');
  const name = words.join('-');
  return name === '' ? 'acumatica-program' : name;
}
