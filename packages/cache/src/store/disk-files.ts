import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';

/** The few file operations that a disk store needs; another file system can stand in for Node's. */
export interface DiskFiles {
  /** The text of a file; `undefined` when there is no such file. */
  read(file: string): Promise<string | undefined>;
  /** Writes `draft` with mode 0600, then gives it the name `file`, so that nobody ever sees half a file. */
  writeWhole(draft: string, file: string, text: string): Promise<void>;
  /** Removes a file, if it is there. */
  remove(file: string): Promise<void>;
  /** The names in a folder; none when it does not exist. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes a folder and those above it with mode 0700; one that exists keeps its mode. */
  makeFolder(folder: string): Promise<void>;
}

/** The file system that Node gives. */
export const nodeFiles: DiskFiles = {
  read: (file) => readFile(file, 'utf8').catch(whenMissing(undefined)),
  writeWhole: async (draft, file, text) => {
    try {
      await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  },
  remove: (file) => rm(file, { force: true }),
  list: (folder) => readdir(folder).catch(whenMissing([])),
  makeFolder: async (folder) => void (await mkdir(folder, { recursive: true, mode: 0o700 })),
};

function whenMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if ((error as { code?: unknown }).code === 'ENOENT') return instead;
    throw error;
  };
}
