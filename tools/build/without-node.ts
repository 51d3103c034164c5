import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Builds run in the folder of their package. */
const standIns = resolve('../../tools/build/edge');

/** Modules of Node, and what stands in for them where there is no Node. */
const MODULES = new Map([
  ['stream', 'stream.ts'],
  ['diagnostics_channel', 'diagnostics-channel.ts'],
]);

/** Globals of Node, by the files that export what stands in for them. */
export const globalsWithoutNode = ['buffer.ts', 'process.ts'].map((file) => join(standIns, file));

/**
 * Builds for runtimes without Node: a file `x.edge.ts` takes the place of the `x.ts` beside it, and stand-ins that of
 * Node's modules. One that has none fails the build, unless nothing that is left uses it.
 */
export const withoutNode: Plugin = {
  name: 'without-node',
  setup: (build) => {
    build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) => {
      const edge = join(resolveDir, path.replace(/\.js$/, '.edge.ts'));
      return existsSync(edge) ? { path: edge, sideEffects: false } : undefined;
    });
    build.onResolve({ filter: /^node:/ }, ({ path }) => {
      const standIn = MODULES.get(path.slice('node:'.length));
      if (standIn === undefined) return { path, external: true, sideEffects: false };
      return { path: join(standIns, standIn), sideEffects: false };
    });
    build.onEnd(({ metafile }) => {
      const imports = Object.values(metafile?.outputs ?? {}).flatMap((output) => output.imports);
      const left = new Set(imports.map(({ path }) => path).filter((path) => path.startsWith('node:')));
      return { errors: [...left].map((path) => ({ text: `${path} does not exist outside of Node, and is used.` })) };
    });
  },
};
