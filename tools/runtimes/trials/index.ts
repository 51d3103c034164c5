import type { Trial } from '../trial.js';
import { compilerTrials } from './compiler-trials.js';
import { jestTrials } from './jest-trials.js';
import { nestTrials } from './nest-trials.js';
import { nextTrials } from './next-trials.js';
import { nodeTrials } from './node-trials.js';
import { otherRuntimeTrials } from './other-runtime-trials.js';
import { workerTrials } from './worker-trials.js';

/** Every line of the table, in its order. */
export const trials: readonly Trial[] = [
  ...nodeTrials,
  ...jestTrials,
  ...compilerTrials,
  ...nextTrials,
  ...nestTrials,
  ...otherRuntimeTrials,
  ...workerTrials,
];
