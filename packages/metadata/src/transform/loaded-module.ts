import { createRequire } from 'node:module';

const load = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);

/** Finding the place of a package takes a millisecond, so a program that makes a few records only is spared it. */
const CHEAP_LOOKS = 20;

/** Most modules that a cheap look goes through. */
const FEW_MODULES = 50;

/** A package that is used where the program has loaded it by itself; asking never loads it. */
export class LoadedModule<M> {
  readonly #name: string;
  /** Where the package is loaded from; null in a bundle, which has no modules to look up. */
  #place: string | null | undefined;
  #looks = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** The package, or undefined while the program has not loaded it. */
  get(): M | undefined {
    if (this.#place === undefined) {
      this.#looks += 1;
      if (this.#looks <= CHEAP_LOOKS && !mayBeLoaded(this.#name)) return undefined;
      this.#place = findPlace(this.#name);
    }
    return this.#place !== null && load.cache[this.#place] !== undefined ? (load(this.#name) as M) : undefined;
  }

  /** A file of the package, which is there once `get` has given something. */
  file(path: string): unknown {
    return load(`${this.#name}/${path}`);
  }
}

function findPlace(name: string): string | null {
  try {
    return load.resolve(name);
  } catch {
    return null;
  }
}

function mayBeLoaded(name: string): boolean {
  const paths = Object.keys(load.cache);
  return paths.length > FEW_MODULES || paths.some((path) => path.includes(name));
}
