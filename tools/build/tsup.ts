import { defineConfig } from 'tsup';

/** The one build of every library: ESM and CJS with types for both; dependencies stay imports. */
export function libraryBuild(
  entries: Record<string, string> = { index: 'src/index.ts' },
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
  });
}
