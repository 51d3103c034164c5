import { defineConfig } from 'tsup';
import { bundledLicenses } from '../../tools/build/bundled-licenses.js';

export default defineConfig({
  entry: { main: 'src/main.ts', index: 'src/index.ts' },
  format: ['esm'],
  target: 'node20',
  dts: { entry: { index: 'src/index.ts' } },
  clean: true,
  silent: true,
  // its ES module names what it exports in a way that Node cannot see
  noExternal: ['jsonc-parser'],
  esbuildPlugins: [bundledLicenses],
});
