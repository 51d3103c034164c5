import { resolve } from 'node:path';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Leaves sources that are entries of their own out of the others, which find them by their public name: what is loaded
 * late is not read before. Names by source: `{ 'src/knowledge/index.ts': '@acurecord/metadata/knowledge' }`.
 */
export function ownEntries(names: Readonly<Record<string, string>>): Plugin {
  const byPath = new Map(Object.entries(names).map(([source, name]) => [resolve(source), name]));
  return {
    name: 'own-entries',
    setup: (build) => {
      build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) => {
        const name = byPath.get(resolve(resolveDir, path.replace(/\.js$/, '.ts')));
        return name === undefined ? undefined : { path: name, external: true };
      });
    },
  };
}
