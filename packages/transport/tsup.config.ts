import { libraryBuild } from '../../tools/build/tsup.js';

export default libraryBuild(undefined, {
  // cross-fetch still waits for the first request, but is found without another file.
  splitting: false,
  edge: true,
  alias: {
    // node-fetch, on which cross-fetch stands, loads whatwg-url only for a Node without a URL of its own. That takes
    // longer than a request, and makes Node warn of a deprecated module.
    'node-fetch': 'node-fetch/lib/index.mjs',
    'whatwg-url': 'node:url',
    https: './src/wire/https-on-demand.ts',
  },
});
