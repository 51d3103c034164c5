import { mkdir, readFile, readdir, rm, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { WriteStep } from '@acurecord/generator';

/** Text of the `.ts` files in a folder, by path relative to it, with slashes; empty for a folder that is not there. */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}node_modules${sep}`));
  const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  return new Map(files.map((path, index) => [relative(folder, path).split(sep).join('/'), texts[index] ?? '']));
}

/** Does what was planned. A file is replaced in one step, so that a build never sees half of it. */
export async function applySteps(folder: string, steps: readonly WriteStep[]): Promise<void> {
  for (const { path, action, text } of steps) {
    const file = join(folder, path);
    if (action === 'delete') await rm(file);
    if (text === undefined || (action !== 'create' && action !== 'update')) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.tmp`, text);
    await rename(`${file}.tmp`, file);
  }
}
