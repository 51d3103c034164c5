import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of a package as code in `folder` would find it, or `undefined`. Nothing of the package is loaded. */
export function installedPackage(folder: string, name: string): string | undefined {
  const resolver = createRequire(join(folder, 'package.json'));
  const places = (resolver.resolve.paths(name) ?? []).map((place) => join(place, name));
  const place = places.find((path) => existsSync(join(path, 'package.json')));
  return place === undefined ? withoutFolder(resolver, name) : realpathSync(place);
}

/** Where packages live in archives (Yarn's Plug'n'Play), only the resolver knows them. */
function withoutFolder(resolver: NodeJS.Require, name: string): string | undefined {
  if (process.versions['pnp'] === undefined) return undefined;
  try {
    return dirname(resolver.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
