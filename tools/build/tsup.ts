import { rmSync } from 'node:fs';
import { defineConfig } from 'tsup';
import type { Options } from 'tsup';
import { bundledLicenses, bundledLicensesIn } from './bundled-licenses.js';
import { ownEntries } from './own-entries.js';
import { globalsWithoutNode, withoutNode } from './without-node.js';

type EsbuildOptions = Parameters<NonNullable<Options['esbuildOptions']>>[0];

/** What one package's build has of its own. */
export interface BuildOptions extends Pick<Options, 'splitting'> {
  /** Modules that others stand in for. */
  readonly alias?: Record<string, string>;
  /** Public names of sources that are entries of their own and loaded late; see `ownEntries`. */
  readonly late?: Readonly<Record<string, string>>;
  /** Whether there is a build `edge.js` for runtimes without Node, too. @default false */
  readonly edge?: boolean;
}

/**
 * The one build of every library: ESM and CJS with types for both. Dependencies stay imports; devDependencies that a
 * source imports become part of the build, because a package that is not there need not be found, read and loaded.
 * White space and comments stay behind too, which is a tenth of the time that a program needs to import the result;
 * lines stay short and names whole, so that a stack trace tells as much as before. Source maps name file and line of a
 * source, which takes a fifth of what the source itself would. What is loaded late, the ESM build loads by `import()`
 * and the CommonJS build by `require`: Jest, among others, runs CommonJS in a context of its own, in which Node refuses
 * `import()`.
 */
export function libraryBuild(
  entries: Record<string, string> = { index: 'src/index.ts' },
  { alias = {}, late = {}, edge = false, ...more }: BuildOptions = {},
): ReturnType<typeof defineConfig> {
  rmSync('dist', { recursive: true, force: true });
  const common: Options = { sourcemap: true, silent: true, minifyWhitespace: true };
  const forNode: Options = {
    ...common,
    entry: entries,
    format: ['esm', 'cjs'],
    target: 'node20',
    dts: true,
    outExtension: ({ format }) => ({ js: format === 'cjs' ? '.cjs' : '.js' }),
    esbuildOptions: (options, { format }) => {
      slim(options);
      options.alias = alias;
      if (format === 'cjs') options.supported = { ...options.supported, 'dynamic-import': false };
    },
    esbuildPlugins: [bundledLicenses, ownEntries(late)],
    ...more,
  };
  const forEdge: Options = {
    ...common,
    entry: { edge: 'src/index.ts' },
    format: ['esm'],
    target: 'es2022',
    platform: 'neutral',
    removeNodeProtocol: false,
    splitting: false,
    esbuildPlugins: [withoutNode, bundledLicensesIn('THIRD-PARTY-LICENSES-edge.txt')],
    esbuildOptions: (options) => {
      slim(options);
      options.inject = globalsWithoutNode;
    },
  };
  return defineConfig(edge ? [forNode, forEdge] : forNode);
}

function slim(options: EsbuildOptions): void {
  options.lineLimit = 120;
  options.sourcesContent = false;
}
