import { explainFilter } from '@acurecord/odata';
import type { Rewrite } from '@acurecord/odata';
import { findClient } from '../session/current-client.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { compileQuery } from './compile-query.js';
import type { CompiledQuery } from './compile-query.js';
import { dialectOf } from '../shape/shape-params.js';
import type { Fallback, QueryPlan } from './query-plan.js';
import { splitCondition } from './split-condition.js';

/** A request with everything that is done to it. */
export interface QueryExplanation extends CompiledQuery {
  /** The text of `$filter`. */
  readonly filter?: string;
  /** What is said in other words than the condition says it. */
  readonly rewrites: readonly Rewrite[];
  /** What nobody has seen a server answer, one sentence each. */
  readonly unconfirmed: readonly string[];
  /** How the result is read: in how many requests, and what happens when a list is refused. */
  readonly notes: readonly string[];
}

/** Tells what a query would do, without doing it. */
export function explainQuery(target: object, plan: QueryPlan, bound?: EntityClient): QueryExplanation {
  const dialect = dialectOf(bound ?? findClient());
  const compiled = compileQuery(target, plan, bound);
  const notes = readingNotes(plan, plan.condition === undefined ? 1 : splitCondition(plan.condition, dialect).length);
  if (plan.condition === undefined) return { ...compiled, rewrites: [], unconfirmed: [], notes };
  const { filter, rewrites, unconfirmed } = explainFilter(plan.condition, dialect);
  return { ...compiled, filter, rewrites, unconfirmed, notes };
}

const FALLBACK_NOTES: Readonly<Record<Fallback, string>> = {
  each: 'When the server cannot optimise the list, the keys are read first and then each record: one request a record.',
  server: 'When the server cannot optimise the list, it is asked again, to read it record by record: it takes longer.',
  fail: 'When the server cannot optimise the list, it fails, and does not read it record by record by itself.',
};

function readingNotes({ pageSize, fallback, take }: QueryPlan, parts: number): string[] {
  const notes: string[] = [];
  if (parts > 1)
    notes.push(`The list of values is too long for one URL: ${parts} requests, merged in the order of the values.`);
  if (pageSize !== undefined)
    notes.push(
      `Read in pages of ${pageSize} by $skip and $top${take === undefined ? '' : `, ${take} records in all`}.`,
    );
  if (fallback !== undefined) notes.push(FALLBACK_NOTES[fallback]);
  return notes;
}
