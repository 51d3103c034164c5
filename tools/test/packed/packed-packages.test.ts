import { execFile } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Every package is packed, and the tarballs are installed into an empty folder: no workspace link, no source. */

const run = promisify(execFile);
const folder = process.env['ACURECORD_PACKED'] ?? '';
const printed = JSON.stringify({ id: 'ABARTENDE', missing: true, seats: 0 });

it.each(['program.mjs', 'program.cjs'])('runs %s', async (name) => {
  await copyFile(join(__dirname, name), join(folder, name));
  expect(await output(name)).toBe(printed);
});

it.each([true, false])(
  'compiles and runs TypeScript with experimentalDecorators: %s',
  async (experimentalDecorators) => {
    const name = `program-${experimentalDecorators ? 'experimental' : 'standard'}`;
    await copyFile(join(__dirname, 'program.ts'), join(folder, `${name}.ts`));
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
      module: 'NodeNext',
      types: ['node'],
      strict: true,
      skipDefaultLibCheck: true,
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
