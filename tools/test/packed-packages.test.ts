import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Every package is packed, and the tarballs are installed into an empty folder: no workspace link, no source. */

const run = promisify(execFile);
const root = join(__dirname, '../..');
const programs = join(__dirname, 'packed');
const printed = JSON.stringify({ id: 'ABARTENDE', missing: true, seats: 0 });
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acurecord-packed-'));
  const tarballs = await packAll(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const typescript = await versionOf('typescript');
  const nodeTypes = await versionOf('@types/node');
  const packages = [...tarballs, `typescript@${typescript}`, `@types/node@${nodeTypes}`];
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages], { cwd: folder });
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(['program.mjs', 'program.cjs'])(
  'runs %s',
  async (name) => {
    await copyFile(join(programs, name), join(folder, name));
    expect(await output(name)).toBe(printed);
  },
  60_000,
);

it.each([true, false])(
  'compiles and runs TypeScript with experimentalDecorators: %s',
  async (experimentalDecorators) => {
    const name = `program-${experimentalDecorators ? 'experimental' : 'standard'}`;
    await copyFile(join(programs, 'program.ts'), join(folder, `${name}.ts`));
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
      module: 'NodeNext',
      types: ['node'],
      strict: true,
      experimentalDecorators,
    };
    await writeFile(join(folder, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
    await run('npx', ['tsc', '-p', `${name}.json`], { cwd: folder });
    expect(await output(`${name}.js`)).toBe(printed);
  },
  120_000,
);

async function output(file: string): Promise<string> {
  const { stdout } = await run(process.execPath, [file], { cwd: folder, timeout: 30_000 });
  return stdout.trim();
}

async function packAll(destination: string): Promise<string[]> {
  const names = await readdir(join(root, 'packages'));
  const packed = names.map((name) =>
    run('npm', ['pack', '--pack-destination', destination], { cwd: join(root, 'packages', name) }),
  );
  return (await Promise.all(packed)).map(({ stdout }) => `./${stdout.trim().split('\n').at(-1) ?? ''}`);
}

async function versionOf(dependency: string): Promise<string> {
  const manifest = await readFile(join(root, 'node_modules', dependency, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
