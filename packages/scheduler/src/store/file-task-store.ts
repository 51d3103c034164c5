import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AcumaticaTaskError } from '@acurecord/errors';
import type { TaskRecord } from './task-record.js';
import type { TaskStore } from './task-store.js';

/**
 * Keeps the records in a JSON file that only the owner can read (0600). Each write makes a new file and renames it, so
 * that a crash leaves the old file or the new one; what changes during a write goes into the next one. One process a file.
 */
export function fileTaskStore(path: string): TaskStore {
  return new FileTaskStore(path);
}

class FileTaskStore implements TaskStore {
  readonly #path: string;
  readonly #lines = new Map<string, string>();
  #writing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async load(): Promise<readonly TaskRecord[]> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    });
    const records = parseRecords(text, this.#path);
    for (const record of records) this.#lines.set(record.name, JSON.stringify(record));
    return records;
  }

  save(record: TaskRecord): Promise<void> {
    this.#lines.set(record.name, JSON.stringify(record));
    return this.#write();
  }

  remove(name: string): Promise<void> {
    this.#lines.delete(name);
    return this.#write();
  }

  /** Joins the write that has not begun yet, or plans one for when the running one is over. */
  #write(): Promise<void> {
    this.#next ??= this.#writing.then(() => {
      this.#next = undefined;
      const written = this.#writeFile();
      this.#writing = written.catch(() => undefined);
      return written;
    });
    return this.#next;
  }

  async #writeFile(): Promise<void> {
    const text = `[\n${[...this.#lines.values()].join(',\n')}\n]\n`;
    const draft = `${this.#path}.${process.pid}.tmp`;
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    await rm(draft, { force: true });
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.#path);
  }
}

function parseRecords(text: string, path: string): TaskRecord[] {
  try {
    const records = JSON.parse(text) as TaskRecord[];
    if (Array.isArray(records) && records.every((record) => typeof record?.name === 'string')) return records;
  } catch {
    // falls through to the same answer as any other content that is not ours
  }
  throw new AcumaticaTaskError(`The task store ${path} holds no list of tasks; no task is run, lest one runs twice.`, {
    suggestions: ['Restore the file, or delete it to begin anew.'],
  });
}
