import { createRequire } from 'node:module';

/** Gives a module of Node's own at once; for those that take a millisecond to load and that few programs ever need. */
export const builtIn = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);
