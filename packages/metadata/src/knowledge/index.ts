import { defaultFacts } from './facts/default-facts.js';
import { ecommerceFacts } from './facts/ecommerce-facts.js';
import { manufacturingFacts } from './facts/manufacturing-facts.js';
import { Knowledge } from './knowledge.js';

export { Knowledge } from './knowledge.js';
export type { FactSource, FactTable } from './fact-table.js';
export type { EntityFacts, FieldFact, FieldFactOverrides } from './field-fact.js';

/** The facts that come with this package; `loadKnowledge()` reads them only when they are asked for. */
export const builtInKnowledge: Knowledge = new Knowledge([defaultFacts, manufacturingFacts, ecommerceFacts]);
