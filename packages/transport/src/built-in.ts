import type * as crypto from 'node:crypto';
import type * as https from 'node:https';
import { createRequire } from 'node:module';
import type * as workerThreads from 'node:worker_threads';

interface BuiltIns {
  readonly 'node:crypto': typeof crypto;
  readonly 'node:https': typeof https;
  readonly 'node:worker_threads': typeof workerThreads;
}

const load = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);

/** Gives a module of Node's own at once; for those that take a millisecond or more to load and that few programs need. */
export function builtIn<Name extends keyof BuiltIns>(name: Name): BuiltIns[Name] {
  return load(name) as BuiltIns[Name];
}
