import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { AcumaticaConfigError } from '@acurecord/errors';
import type { CacheSetOptions, CacheStore } from './cache-store.js';
import type { DiskFiles } from './disk-files.js';
import { nodeFiles } from './disk-files.js';
import { jsonText } from './json-text.js';
import { shortHash } from './short-hash.js';

/** Where a {@link diskStore} keeps its files. */
export interface DiskStoreOptions {
  /** The folder, made with mode 0700 when it is missing; `~` is the home folder. */
  readonly directory: string;
  /** Milliseconds a value is kept unless `set` says otherwise. @default no end */
  readonly ttlMs?: number;
  /** Epoch milliseconds; for tests. @default Date.now */
  readonly now?: () => number;
  /** The file system. @default Node's */
  readonly files?: DiskFiles;
}

interface FileContent {
  readonly key: string;
  /** Epoch milliseconds; `null` for no end. */
  readonly expiresAt: number | null;
  readonly value: unknown;
}

const OUR_FILE = /^acurecord-(?:[0-9a-f]{16}){1,2}\.json$/;
const OUR_DRAFT = /^acurecord-(?:[0-9a-f]{16}){1,2}\.[0-9a-f-]{36}\.tmp$/;

/**
 * Keeps each value in a JSON file of its own, mode 0600. A file appears whole or not at all, so several processes may
 * share the folder; a file that cannot be read back counts as absent. Other files in the folder are left alone.
 *
 * @throws AcumaticaConfigError from each method when the file system refuses, naming the folder and the reason.
 */
export function diskStore(options: DiskStoreOptions): CacheStore {
  return new DiskStore(options);
}

class DiskStore implements CacheStore {
  readonly #directory: string;
  readonly #ttlMs: number | undefined;
  readonly #now: () => number;
  readonly #files: DiskFiles;

  constructor({ directory, ttlMs, now = Date.now, files = nodeFiles }: DiskStoreOptions) {
    this.#directory = resolve(directory.replace(/^~(?=$|[/\\])/, homedir()));
    this.#ttlMs = ttlMs;
    this.#now = now;
    this.#files = files;
  }

  async get(key: string): Promise<unknown> {
    const text = await this.#attempt('read', () => this.#files.read(this.#file(key)));
    const content = text === undefined ? undefined : parse(text);
    if (content?.key !== key) return undefined;
    return content.expiresAt !== null && content.expiresAt <= this.#now() ? undefined : content.value;
  }

  async set(key: string, value: unknown, { ttlMs = this.#ttlMs }: CacheSetOptions = {}): Promise<void> {
    const expiresAt = ttlMs === undefined || ttlMs === Infinity ? 'null' : String(this.#now() + ttlMs);
    const text = `{"key":${JSON.stringify(key)},"expiresAt":${expiresAt},"value":${jsonText(key, value)}}`;
    if (ttlMs !== undefined && ttlMs <= 0) return void (await this.delete(key));
    const file = this.#file(key);
    const draft = file.replace(/\.json$/, `.${crypto.randomUUID()}.tmp`);
    await this.#attempt('write to', async () => {
      await this.#files.makeFolder(this.#directory);
      await this.#files.writeWhole(draft, file, text);
    });
  }

  async delete(key: string): Promise<boolean> {
    const known = (await this.get(key)) !== undefined;
    await this.#attempt('delete from', () => this.#files.remove(this.#file(key)));
    return known;
  }

  async clear(): Promise<void> {
    await this.#attempt('clear', async () => {
      const names = await this.#files.list(this.#directory);
      const ours = names.filter((name) => OUR_FILE.test(name) || OUR_DRAFT.test(name));
      await Promise.all(ours.map((name) => this.#files.remove(join(this.#directory, name))));
    });
  }

  #file(key: string): string {
    return join(this.#directory, `acurecord-${shortHash(key)}.json`);
  }

  async #attempt<T>(verb: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new AcumaticaConfigError(`Cannot ${verb} the cache folder ${this.#directory}: ${reason}`, {
        suggestions: [
          'Choose a folder that this user may write to, with free space (`cacheDir`, ACUMATICA_CACHE_DIR).',
        ],
        cause,
      });
    }
  }
}

function parse(text: string): FileContent | undefined {
  try {
    const content = JSON.parse(text) as FileContent | null;
    return typeof content === 'object' && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}
