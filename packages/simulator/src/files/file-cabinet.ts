import { randomUUID } from 'node:crypto';

/** A file as the tenant keeps it: every version that was uploaded, the newest last. */
export interface StoredFile {
  readonly id: string;
  /** As the list of a record's files shows it. */
  readonly filename: string;
  readonly versions: Buffer[];
}

/** All files of one tenant. */
export class FileCabinet {
  readonly #byId = new Map<string, StoredFile>();

  find(id: string): StoredFile | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  /** A copy of everything in it. */
  snapshot(): readonly StoredFile[] {
    return [...this.#byId.values()].map((file) => ({ ...file, versions: [...file.versions] }));
  }

  /** Holds just these files from now on. */
  restore(files: readonly StoredFile[]): void {
    this.#byId.clear();
    for (const file of files) this.#byId.set(file.id, { ...file, versions: [...file.versions] });
  }

  /** Keeps a new file, or the next version of the one with this id. */
  keep(filename: string, bytes: Buffer, id: string = randomUUID()): StoredFile {
    const known = this.find(id);
    if (known !== undefined) {
      known.versions.push(bytes);
      return known;
    }
    const file = { id: id.toLowerCase(), filename, versions: [bytes] };
    this.#byId.set(file.id, file);
    return file;
  }
}
