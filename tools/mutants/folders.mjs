/**
 * The folders whose tests are held to notice changes of the code, with the tests that are asked: each of these is
 * quick, and together they say what the folder promises. Paths are relative to the package.
 */
export const FOLDERS = {
  'packages/odata/src/compiler': ['compile-filter', 'explain-filter', 'odata-v3', 'split-filter', 'bind-condition'],
  'packages/odata/src/dialects': ['compile-filter', 'explain-filter', 'odata-v3', 'split-filter', 'query-options'],
  'packages/metadata/src/changes': ['changes/'],
  'packages/metadata/src/wire': ['wire/', 'values'],
  'packages/transport/src/policy': ['limiter', 'plan-retry', 'policy/', 'pipeline-order', 'giving-up', 'observing'],
  'packages/transport/src/session': ['session', 'connecting', 'process-end'],
  'packages/scheduler/src/plan': ['plan-next', 'plan-tick', 'plan/'],
  'packages/cache/src/read': ['read-through', 'read/'],
};

/** What of the mutants of a folder must be noticed, in percent. */
export const LEAST_SCORE = 85;
