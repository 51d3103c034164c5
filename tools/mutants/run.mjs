// Changes the code of a folder in small ways, one after the other, and runs its tests for each: `npm run mutants -- PATH`.
// A change that no test notices is a survivor. Those that may stay stand in survivors.json, each with a reason; a
// survivor that is not there, or a line there that none survives at any more, fails the run, and so does a low score.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { FOLDERS, LEAST_SCORE } from './folders.mjs';

const root = join(import.meta.dirname, '../..');
const [path = ''] = process.argv.slice(2);
const folder = path.replace(/\/$/, '');
const tests = FOLDERS[folder];

if (tests === undefined) {
  console.error(`Name one folder: npm run mutants -- PATH. There are:\n${Object.keys(FOLDERS).join('\n')}`);
  process.exitCode = 2;
} else {
  const found = await mutantsOf(folder, tests);
  process.exitCode = report(folder, found) ? 0 : 1;
}

/** Results are kept, so that a second run tries only what has changed. */
async function mutantsOf(folder, tests) {
  process.chdir(root);
  const [, name] = folder.split('/');
  const kept = join(root, `node_modules/.cache/mutants/${folder.replaceAll('/', '.')}`);
  return new Stryker({
    allowEmpty: false,
    concurrency: 1,
    coverageAnalysis: 'perTest',
    disableTypeChecks: false,
    incremental: true,
    incrementalFile: `${kept}.json`,
    jest: {
      projectType: 'custom',
      enableFindRelatedTests: false,
      configFile: `packages/${name}/jest.config.cjs`,
      config: { testMatch: tests.map((start) => `<rootDir>/test/${start}*.test.ts`), reporters: [] },
    },
    ignorePatterns: ['.mutants', '/apps', '/docs', '/packages/*/dist', '.nx', '/tools/.fences'],
    mutate: [`${folder}/**/*.ts`],
    plugins: ['@stryker-mutator/jest-runner'],
    reporters: ['progress-append-only'],
    tempDirName: `.mutants/${folder.replaceAll('/', '.')}`,
    testRunner: 'jest',
    timeoutMS: 10_000,
  }).runMutationTest();
}

function report(folder, found) {
  const counted = found.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const survivors = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(described);
  const score = (100 * (counted.length - survivors.length)) / counted.length;
  const known = JSON.parse(readFileSync(join(import.meta.dirname, 'survivors.json'), 'utf8'))[folder] ?? [];
  const unlisted = survivors.filter((mutant) => !known.some((entry) => isSame(entry, mutant)));
  const gone = known.filter((entry) => !survivors.some((mutant) => isSame(entry, mutant)));
  for (const mutant of unlisted) console.log(`not listed: ${JSON.stringify(mutant)}`);
  for (const entry of gone) console.log(`survives no more: ${JSON.stringify(entry)}`);
  console.log(
    `${folder}: ${counted.length} mutants, ${survivors.length} survived, score ${score.toFixed(1)} % (at least ${LEAST_SCORE} %)`,
  );
  return score >= LEAST_SCORE && unlisted.length === 0 && gone.length === 0;
}

/** A mutant by what it changes rather than by its place, so that other edits of the file leave the list as it is. */
function described({ fileName, location, replacement, status }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(location.start.line - 1, location.end.line);
  const left = (lines.at(-1) ?? '').length - (location.end.column - 1);
  const code = lines.join('\n').slice(location.start.column - 1);
  return {
    file: fileName.slice(root.length + 1),
    line: lines[0].trim(),
    code: code.slice(0, code.length - left),
    becomes: replacement,
    ...(status === 'NoCoverage' && { covered: false }),
  };
}

function isSame(a, b) {
  return a.file === b.file && a.line === b.line && a.code === b.code && a.becomes === b.becomes;
}
