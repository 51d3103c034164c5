import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installedPackage } from '../project/installed-package.js';
import { readManifest } from '../project/manifest.js';

/** A compiler of the project: where it is, and what it is called by people. */
export interface InstalledCompiler {
  readonly folder: string;
  readonly version: string;
}

/** Where the project has a package, found by way of the first of its packages that brings it: `esbuild` by `tsx`. */
export async function compilerBy(
  folder: string,
  name: string,
  ways: readonly string[],
): Promise<InstalledCompiler | undefined> {
  for (const way of ways) {
    const from = way === name ? folder : installedPackage(folder, way);
    const place = from === undefined ? undefined : installedPackage(from, name);
    if (place !== undefined) return { folder: place, version: String((await readManifest(place))?.['version']) };
  }
  return undefined;
}

/** Loads a compiler as its own code would import it. */
export function loadCompiler(folder: string, name: string): unknown {
  return createRequire(join(folder, 'package.json'))(name);
}
