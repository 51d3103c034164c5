import { defineConfig } from 'tsup';
import type { Options } from 'tsup';
import { bundledLicenses } from './bundled-licenses.js';

/**
 * The one build of every library: ESM and CJS with types for both. Dependencies stay imports; devDependencies that a
 * source imports become part of the build, because a package that is not there need not be found, read and loaded.
 */
export function libraryBuild(
  entries: Record<string, string> = { index: 'src/index.ts' },
  more: Options = {},
): ReturnType<typeof defineConfig> {
  return defineConfig({
    entry: entries,
    format: ['esm', 'cjs'],
    target: 'node20',
    dts: true,
    clean: true,
    sourcemap: true,
    silent: true,
    outExtension: ({ format }) => ({ js: format === 'cjs' ? '.cjs' : '.js' }),
    esbuildPlugins: [bundledLicenses],
    ...more,
  });
}
