import { createRequire } from 'node:module';

const load = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);

/** A package that is used where the program has loaded it by itself; asking never loads it. */
export class LoadedModule<M> {
  readonly #name: string;
  /** The file the package is loaded from, looked for once; empty in a bundle, which has no files to look up. */
  #file: string | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** The package, or undefined while the program has not loaded it. */
  get(): M | undefined {
    if (isEmpty(load.cache)) return undefined;
    const file = (this.#file ??= fileOf(this.#name));
    return load.cache[file] === undefined ? undefined : (load(file) as M);
  }

  /** A file of the package, which is there once `get` has given something. */
  file(path: string): unknown {
    return load(`${this.#name}/${path}`);
  }
}

/** So it is in many programs of ES modules, which then are spared the search for a file. */
function isEmpty(modules: object): boolean {
  for (const _ in modules) return false;
  return true;
}

function fileOf(name: string): string {
  try {
    return load.resolve(name);
  } catch {
    return '';
  }
}
