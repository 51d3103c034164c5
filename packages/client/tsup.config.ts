import { libraryBuild } from '../../tools/build/tsup.js';

// dotenv becomes part of the build, and of it only what parses a text: an ES module made of one file has no `require`
// for the modules that the rest of dotenv asks for as it is loaded.
const unused = ['fs', 'path', 'os', 'crypto'];

export default libraryBuild(undefined, {
  alias: Object.fromEntries(unused.map((name) => [name, '../../tools/build/no-module.ts'])),
});
