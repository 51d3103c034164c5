import { nodeOfCondition } from '../conditions/condition.js';
import type { Condition } from '../conditions/condition.js';
import { contractDialect } from '../dialects/contract-dialect.js';
import type { Dialect } from '../dialects/dialect.js';
import { adaptCondition } from './adapt-condition.js';
import { Adaptation } from './adaptation.js';
import type { Notes, Rewrite } from './notes.js';
import { printCondition } from './print-condition.js';

/** What happens to a condition on its way to the server. */
export interface FilterExplanation {
  readonly dialect: Dialect['name'];
  /** The text that is sent. */
  readonly filter: string;
  /** What is said in other words than the condition says it. */
  readonly rewrites: readonly Rewrite[];
  /** What is sent although nobody has seen a server answer it, one sentence each. */
  readonly unconfirmed: readonly string[];
}

/** The text of a condition together with every rewrite and every doubt. @throws {AcumaticaQueryError} as `compileFilter` does */
export function explainFilter(condition: Condition, dialect: Dialect = contractDialect): FilterExplanation {
  const node = nodeOfCondition(condition, 'explainFilter()');
  const notes: Notes = { rewrites: [], unconfirmed: new Set() };
  const filter = printCondition(adaptCondition(node, new Adaptation(dialect, notes)), dialect);
  return { dialect: dialect.name, filter, rewrites: notes.rewrites, unconfirmed: [...notes.unconfirmed] };
}
