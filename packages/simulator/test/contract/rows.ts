import type { Facts } from './rows/fact.js';
import { refusalFacts } from './rows/section-02-refusals.js';
import { sessionFacts } from './rows/section-02.js';
import { tokenFacts } from './rows/section-03.js';
import { discoveryFacts } from './rows/section-04.js';
import { filterFacts } from './rows/section-05-filter.js';
import { readingFacts } from './rows/section-05.js';
import { recordFacts } from './rows/section-06.js';
import { writingFacts } from './rows/section-08.js';
import { actionFacts } from './rows/section-09.js';
import { serverFacts } from './rows/section-10.js';
import { otherFacts } from './rows/section-14.js';

/** Every row of the description of the wire that tells how a server behaves, by section and in its order. */
export const facts: Facts = {
  ...sessionFacts,
  ...refusalFacts,
  ...tokenFacts,
  ...discoveryFacts,
  ...readingFacts,
  ...filterFacts,
  ...recordFacts,
  ...writingFacts,
  ...actionFacts,
  ...serverFacts,
  ...otherFacts,
};
