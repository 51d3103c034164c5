import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSimulator } from '@acurecord/simulator';
import { readGuides } from '../docs/guide.js';
import { asInstalledHere, installInto, tarballsIn } from './install-packages.js';

/** Jest as the manual says, in an empty folder with the packed packages: nothing of this repository's set-up helps it. */

const run = promisify(execFile);
const packed = process.env['ACURECORD_PACKED'] ?? '';
const folder = join(packed, 'jest');
const compilers = ['jest', '@swc/jest', '@swc/core', '@types/jest'];

beforeAll(async () => {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'commonjs' }));
  await installInto(folder, [...(await tarballsIn(packed)), ...(await asInstalledHere(...compilers))]);
  for (const [file, code] of await filesOfTheManual()) await writeFile(join(folder, file), code);
}, 120_000);

it('runs the plain JavaScript test of the manual without a configuration', async () => {
  await jestPasses(['customer.test.js', '--config', '{}'], 1);
});

it.each(['decorators', 'erasable'])(
  'runs the TypeScript test of the manual with @swc/jest and classes in the style %s',
  async (style) => {
    await generateClasses(style);
    await jestPasses(['order.test.ts'], 2);
  },
);

it('runs erasable classes with @swc/jest as it is', async () => {
  await generateClasses('erasable');
  const config = { transform: { '\\.ts$': '@swc/jest' }, moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' } };
  await jestPasses(['order.test.ts', '--config', JSON.stringify(config)], 2);
});

it('loads everything late that it loads late, settings, proxies, caches, compression, rules and tasks', async () => {
  await writeFile(join(folder, 'late.test.js'), await readFile(join(__dirname, 'late.test.cjs'), 'utf8'));
  await jestPasses(['late.test.js', '--config', '{}'], 6);
});

it('leaves no import() in a CommonJS build, which Node refuses in the contexts that test runners make', async () => {
  const scope = join(packed, 'node_modules/@acurecord');
  const packages = [join(packed, 'node_modules/acurecord'), ...(await readdir(scope)).map((name) => join(scope, name))];
  const files = await Promise.all(packages.map((path) => commonJsBelow(join(path, 'dist'))));
  expect(files.flat().length).toBeGreaterThan(packages.length - 2);
  const texts = await Promise.all(files.flat().map((file) => readFile(file, 'utf8')));
  expect(texts.flatMap((text) => /[^.\w'"`]import\(["'`].*?\)/.exec(text)?.[0] ?? [])).toEqual([]);
});

async function filesOfTheManual(): Promise<[string, string][]> {
  const guide = readGuides().find(({ name }) => name === 'testing-with-the-simulator');
  return (guide?.fences ?? []).flatMap(({ info, code }): [string, string][] => {
    const [, file] = /^file=(\S+)/.exec(info) ?? [];
    return file === undefined ? [] : [[file, code]];
  });
}

async function generateClasses(style: string): Promise<void> {
  await using simulator = await startSimulator();
  const answer = await fetch(`${simulator.url}/entity/Default/24.200.001/swagger.json`);
  await writeFile(join(folder, 'swagger.json'), await answer.text());
  const args = ['generate', '--schema', 'swagger.json', '--out', 'acumatica', '--style', style];
  await run('npx', ['acurecord', ...args], { cwd: folder });
}

async function jestPasses(args: readonly string[], tests: number): Promise<void> {
  const { NODE_OPTIONS: _none, ...env } = process.env;
  const { stderr } = await run('npx', ['jest', ...args], { cwd: folder, env });
  expect(stderr).toContain(`Tests:       ${tests} passed, ${tests} total`);
}

async function commonJsBelow(path: string): Promise<string[]> {
  const files = await readdir(path, { recursive: true });
  return files.filter((file) => file.endsWith('.cjs')).map((file) => join(path, file));
}
