import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The example of the front page is a program: it runs as it stands, with packages read from their sources. */

const run = promisify(execFile);
const root = join(__dirname, '../..');
const folder = join(root, 'tools/.fences');
const file = join(folder, 'readme-example.ts');

afterAll(() => rm(file, { force: true }));

it('runs the example of the front page', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  await mkdir(folder, { recursive: true });
  await writeFile(file, example);
  const env = { ...process.env, FORCE_COLOR: '0', TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') };
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file], { cwd: root, env, timeout: 30_000 });
  const lines = stdout.trim().split('\n');
  expect(lines.at(-1)).toBe('true');
  expect(lines.length).toBeGreaterThan(5);
  expect(lines[0]).toMatch(/^\S+ \d+(\.\d+)?$/);
});
