import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { withLockFile } from './lock-file.js';
import { areSame, isTokens } from './token-store.js';
import type { TokenStore, Tokens } from './token-store.js';

/**
 * Keeps tokens in a file that only its owner can read (mode 0600). It is replaced as a whole, so that a crash leaves the old or the
 * new tokens, never half of them; a file that cannot be understood counts as none. Several processes may share it: they refresh one after
 * the other, by a lock file beside it (`….lock`) that is given up when its process ends, however it ends.
 */
export function fileTokenStore(path: string): TokenStore {
  return {
    get: () => read(path),
    set: (tokens) => replace(path, JSON.stringify(tokens)),
    delete: async (refused) => {
      if (areSame(await read(path), refused)) await rm(path, { force: true });
    },
    withLock: (work) => withLockFile(`${path}.lock`, work),
  };
}

async function read(path: string): Promise<Tokens | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isTokens(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function replace(path: string, text: string): Promise<void> {
  const draft = `${path}.${crypto.randomUUID()}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
