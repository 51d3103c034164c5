import { libraryBuild } from '../../tools/build/tsup.js';

// node-fetch, which cross-fetch stands on, loads whatwg-url only for versions of Node without a URL of their own; that
// takes longer than a request, and makes Node warn of a deprecated module.
export default libraryBuild(undefined, { 'node-fetch': 'node-fetch/lib/index.mjs', 'whatwg-url': 'node:url' });
