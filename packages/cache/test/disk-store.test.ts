import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AcumaticaConfigError } from '@acurecord/errors';
import { diskStore } from '@acurecord/cache';

let root: string;
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'acurecord-disk-'))));
afterEach(() => rm(root, { recursive: true }));

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

test('a file is readable by its owner only, and so is the folder', async () => {
  const directory = join(root, 'a', 'b');
  await diskStore({ directory }).set('key', { secret: true });
  const [name = ''] = await readdir(directory);
  expect([await modeOf(directory), await modeOf(join(directory, name))]).toEqual(['700', '600']);
});

test('a folder that was there keeps its mode and what is not ours, also when the store is cleared', async () => {
  const directory = join(root, 'shared');
  await mkdir(directory, { mode: 0o755 });
  const foreign = ['notes.txt', 'acurecord-notes.json', 'acurecord.json'];
  for (const name of foreign) await writeFile(join(directory, name), 'mine');
  const store = diskStore({ directory });
  await store.set('key', 1);
  await store.clear();
  expect([await modeOf(directory), (await readdir(directory)).sort()]).toEqual(['755', foreign.sort()]);
});

test.each([0, 1, 20, 60])('a file that ends after %d characters counts as absent and is replaced', async (length) => {
  const store = diskStore({ directory: root });
  await store.set('key', { text: 'x'.repeat(100) });
  const [name = ''] = await readdir(root);
  await writeFile(join(root, name), (await readFile(join(root, name), 'utf8')).slice(0, length));
  expect(await store.get('key')).toBeUndefined();
  await store.set('key', 'new');
  expect(await store.get('key')).toBe('new');
});

test.each(['null', '[]', '{}', '"text"', '{"key":"other","expiresAt":null,"value":1}'])(
  'a file that holds %s instead of an entry counts as absent',
  async (text) => {
    const store = diskStore({ directory: root });
    await store.set('key', 1);
    const [name = ''] = await readdir(root);
    await writeFile(join(root, name), text);
    expect(await store.get('key')).toBeUndefined();
  },
);

test('a home folder may be written as ~', async () => {
  await expect(diskStore({ directory: '~/no-such-folder-of-acurecord' }).get('key')).resolves.toBeUndefined();
});

test('a file where the folder should be is an error that names the folder and the way out', async () => {
  const directory = join(root, 'file');
  await writeFile(directory, '');
  const failure: unknown = await diskStore({ directory })
    .set('key', 1)
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AcumaticaConfigError);
  expect(failure).toMatchObject({ message: expect.stringContaining(directory) as string });
  expect((failure as AcumaticaConfigError).suggestions[0]).toContain('cacheDir');
});

test('a draft that cannot get its name is removed', async () => {
  const store = diskStore({ directory: root });
  await store.set('key', 'old');
  const [name = ''] = await readdir(root);
  await rm(join(root, name));
  await mkdir(join(root, name));
  await expect(store.set('key', 'new')).rejects.toThrow(AcumaticaConfigError);
  expect(await readdir(root)).toEqual([name]);
});
