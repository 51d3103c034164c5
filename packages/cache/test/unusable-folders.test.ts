import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Real folders that cannot be used, met by a process of its own: root may write anywhere, so it becomes somebody else. */
const isRoot = process.getuid?.() === 0;
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acurecord-unusable-'));
  await chmod(root, 0o755);
});
afterEach(() => rm(root, { recursive: true }));

/** What came of a start with that folder; `fileLimit` is the largest file that the process can write, in KiB. */
async function start(directory: string, fileLimit = 'unlimited', as: { uid?: number; gid?: number } = {}) {
  const program = join(__dirname, 'schema-program.ts');
  const node = [process.execPath, '--import', 'tsx', program, directory];
  const env = {
    PATH: process.env['PATH'],
    TSX_DISABLE_CACHE: '1',
    TSX_TSCONFIG_PATH: join(__dirname, '../../../tsconfig.base.json'),
  };
  const shell = `ulimit -f ${fileLimit}; exec "$0" "$@"`;
  const { stdout } = await promisify(execFile)('bash', ['-c', shell, ...node], { env, cwd: __dirname, ...as });
  return JSON.parse(stdout) as { count: number; source: string; problem: string | null };
}

test('a disk with no room costs a download, leaves no half file, and says why', async () => {
  expect(await start(root, '4')).toEqual({
    count: 100,
    source: 'server',
    problem: expect.stringMatching(/^Cannot write to the cache folder .*(EFBIG|ENOSPC)/) as string,
  });
  expect(await readdir(root)).toEqual([]);
  expect(await start(root)).toEqual({ count: 100, source: 'server', problem: null });
  expect(await start(root, '4')).toEqual({ count: 100, source: 'cache', problem: null });
});

test('a read-only folder costs a download and says why', async () => {
  const directory = join(root, 'cache');
  await mkdir(directory);
  await chmod(directory, 0o555);
  expect(await start(directory, 'unlimited', nobody)).toEqual({
    count: 100,
    source: 'server',
    problem: expect.stringMatching(/^Cannot write to the cache folder .*(EACCES|EROFS)/) as string,
  });
  expect(await readdir(directory)).toEqual([]);
});

test('the folder of another user costs a download and says why', async () => {
  if (!isRoot) return console.log('Only root can make a folder that belongs to another user.');
  const directory = join(root, 'theirs');
  await start(directory);
  expect(((await stat(directory)).mode & 0o777).toString(8)).toBe('700');
  const [before] = await readdir(directory);
  expect(await start(directory, 'unlimited', nobody)).toEqual({
    count: 100,
    source: 'server',
    problem: expect.stringMatching(/^Cannot (read|write to) the cache folder .*EACCES/) as string,
  });
  expect(await readdir(directory)).toEqual([before]);
});
