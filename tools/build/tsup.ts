import { defineConfig } from 'tsup';
import type { Options } from 'tsup';
import { bundledLicenses } from './bundled-licenses.js';
import { ownEntries } from './own-entries.js';

/** What one package's build has of its own. */
export interface BuildOptions extends Pick<Options, 'splitting'> {
  /** Modules that others stand in for. */
  readonly alias?: Record<string, string>;
  /** Public names of sources that are entries of their own and loaded late; see `ownEntries`. */
  readonly late?: Readonly<Record<string, string>>;
}

/**
 * The one build of every library: ESM and CJS with types for both. Dependencies stay imports; devDependencies that a
 * source imports become part of the build, because a package that is not there need not be found, read and loaded.
 * White space and comments stay behind too, which is a tenth of the time that a program needs to import the result;
 * lines stay short and names whole, so that a stack trace tells as much as before. Source maps name file and line of a
 * source, which takes a fifth of what the source itself would. What is loaded late, the ESM build
 * loads by `import()` and the CommonJS build by `require`: Jest, among others, runs CommonJS in a context of its own, in
 * which Node refuses `import()`.
 */
export function libraryBuild(
  entries: Record<string, string> = { index: 'src/index.ts' },
  { alias = {}, late = {}, ...more }: BuildOptions = {},
): ReturnType<typeof defineConfig> {
  return defineConfig({
    entry: entries,
    format: ['esm', 'cjs'],
    target: 'node20',
    dts: true,
    clean: true,
    sourcemap: true,
    silent: true,
    minifyWhitespace: true,
    outExtension: ({ format }) => ({ js: format === 'cjs' ? '.cjs' : '.js' }),
    esbuildOptions: (options, { format }) => {
      options.alias = alias;
      options.lineLimit = 120;
      options.sourcesContent = false;
      if (format === 'cjs') options.supported = { ...options.supported, 'dynamic-import': false };
    },
    esbuildPlugins: [bundledLicenses, ownEntries(late)],
    ...more,
  });
}
