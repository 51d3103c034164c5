import type { Facts } from './rows/fact.js';
import { secondRecordFacts } from './rows/second-records.js';
import { secondServerFacts } from './rows/second-server.js';

/** Every row of the second page, by its headings and in its order. */
export const secondFacts: Facts = {
  ...secondRecordFacts,
  ...secondServerFacts,
};
