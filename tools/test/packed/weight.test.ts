import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installInto, tarballsIn } from './install-packages.js';

/** `acurecord` alone, as a program gets it that has no rules of its own; then with class-validator beside it. */

const run = promisify(execFile);
const packed = process.env['ACURECORD_PACKED'] ?? '';
const folder = join(packed, 'alone');
let printed = '';

beforeAll(async () => {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
  printed = await installInto(folder, await tarballsOf('acurecord'));
  await cp(join(__dirname, 'rules-program.cjs'), join(folder, 'program.cjs'));
});

it('takes less than 8 MB, and no package that only rules need', async () => {
  const modules = join(folder, 'node_modules');
  expect(await bytesBelow(modules)).toBeLessThan(8_000_000);
  expect(existsSync(join(modules, 'class-validator'))).toBe(false);
});

it('is installed without a warning', () => {
  expect(printed).not.toMatch(/EBADENGINE|deprecated|ERESOLVE/);
});

it('validates wire types and options by itself, and names the package that rules of a class need', async () => {
  expect(await output()).toEqual({
    wrongType: 'Plain was not sent: CreditLimit must be a number; CustomerName must be set.',
    rules: 'Ruled has rules of class-validator, which cannot be loaded.',
    suggestions: ['Install it beside acurecord: npm install class-validator'],
  });
});

it.each(['0.14', '0.15'])('heeds rules of class-validator %s where it is installed', async (version) => {
  await installInto(folder, [`class-validator@${version}`]);
  expect(await output()).toEqual({
    wrongType: 'Plain was not sent: CreditLimit must be a number; CustomerName must be set.',
    rules: 'Ruled was not sent: Email must be an email.',
    suggestions: [],
  });
});

/** The packed package with those of ours that it stands on. */
async function tarballsOf(name: string): Promise<string[]> {
  const wanted = new Set<string>();
  const add = async (one: string): Promise<void> => {
    if (wanted.has(one)) return;
    wanted.add(one);
    const manifest = await readFile(join(packed, 'node_modules', one, 'package.json'), 'utf8');
    const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> };
    for (const other of Object.keys(dependencies).filter((found) => found.startsWith('@acurecord/'))) await add(other);
  };
  await add(name);
  const files = [...wanted].map((one) => `/${one.replace('@', '').replace('/', '-')}-`);
  return (await tarballsIn(packed)).filter((path) => files.some((file) => new RegExp(`${file}\\d`).test(path)));
}

async function bytesBelow(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true });
  const sizes = await Promise.all(entries.map(async (entry) => (await stat(join(path, entry))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function output(): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['program.cjs'], { cwd: folder });
  return JSON.parse(stdout);
}
