import { allOf, compileFilter, Condition } from '@acurecord/odata';
import type { ConditionNode, Dialect } from '@acurecord/odata';

type InNode = Extract<ConditionNode, { kind: 'in' }>;

/** Longest filter, percent-encoded, that one URL is given: web servers commonly refuse a query of 2,048 characters. */
const MAX_FILTER = 1_500;

/** No more values than this fit into such a filter, however short they are. */
const MOST_VALUES = 300;

/**
 * A condition as several ones that together mean the same, where a list of values makes it too long for a URL. The
 * values are sorted, so that the results, one after the other, come in the order that a single answer would have.
 */
export function splitCondition(condition: Condition, dialect: Dialect): readonly Condition[] {
  if (encodedLength(condition, dialect) <= MAX_FILTER) return [condition];
  const parts = condition.node.kind === 'and' ? condition.node.parts : [condition.node];
  const longest = parts.filter((part): part is InNode => part.kind === 'in').sort(byLength)[0];
  if (longest === undefined || longest.values.length < 2) return [condition];
  const rest = parts.filter((part) => part !== longest).map((part) => new Condition(part));
  const values = sortedValues(longest);
  const with_ = (some: InNode['values']): Condition => allOf([...rest, new Condition({ ...longest, values: some })]);
  return chunks(values, (some) => encodedLength(with_(some), dialect) <= MAX_FILTER).map(with_);
}

function byLength(a: InNode, b: InNode): number {
  return b.values.length - a.values.length;
}

function sortedValues({ values }: InNode): InNode['values'] {
  const seen = new Map(values.map((literal) => [JSON.stringify(literal), literal]));
  return [...seen.values()].sort((a, b) => compare(sortKey(a), sortKey(b)));
}

function sortKey(literal: InNode['values'][number]): string | number {
  const isNumber = literal.type === 'number' || literal.type === 'decimal';
  return isNumber ? Number(literal.value) : String(literal.value).toLowerCase();
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The longest runs of values that fit; a single value goes alone even where it does not. */
function chunks<V>(values: readonly V[], fits: (some: readonly V[]) => boolean): (readonly V[])[] {
  const runs: (readonly V[])[] = [];
  for (let start = 0; start < values.length;) {
    let [low, high] = [1, Math.min(MOST_VALUES, values.length - start)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(values.slice(start, start + middle))) low = middle;
      else high = middle - 1;
    }
    runs.push(values.slice(start, start + low));
    start += low;
  }
  return runs;
}

function encodedLength(condition: Condition, dialect: Dialect): number {
  return encodeURIComponent(compileFilter(condition, dialect)).length;
}
