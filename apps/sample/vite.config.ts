import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the pages in `web` to `dist/web`, which the server serves. */
// eslint-disable-next-line no-restricted-syntax -- vite looks for it there
export default defineConfig({
  root: `${import.meta.dirname}/web`,
  plugins: [react()],
  build: {
    outDir: `${import.meta.dirname}/dist/web`,
    emptyOutDir: true,
    // What the policy of the pages allows is files; nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox120', 'safari17.5'],
  },
});
