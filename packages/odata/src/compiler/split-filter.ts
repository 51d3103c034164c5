import { allOf } from '../conditions/all-of.js';
import { Condition } from '../conditions/condition.js';
import type { Dialect } from '../dialects/dialect.js';
import type { ConditionNode } from '../nodes/condition-node.js';
import { flatParts } from '../nodes/flat-parts.js';
import { inNode } from '../nodes/in-node.js';
import type { InNode } from '../nodes/in-node.js';
import type { LiteralNode } from '../nodes/literal-node.js';
import { filterLength } from './filter-length.js';

/** Values that a server may take for the same one: no two pieces may share them. */
type Group = readonly LiteralNode[];

/**
 * A condition too long for one URL as several that together select the same records, and none of them twice: the values
 * of its longest `in` are dealt out, in ascending order. A condition that is short enough, or has no list to deal out,
 * stays whole.
 *
 * @param maxLength how many characters each may take in a URL, percent-encoded
 * @throws {AcumaticaQueryError} as `compileFilter` does
 */
export function splitFilter(condition: Condition, dialect: Dialect, maxLength: number): readonly Condition[] {
  if (filterLength(condition, dialect) <= maxLength) return [condition];
  const parts = condition.node.kind === 'and' ? flatParts('and', condition.node.parts) : [condition.node];
  const list = longestList(parts);
  if (!list) return [condition];
  const rest = parts.filter((part) => part !== list).map((part) => new Condition(part));
  const withValues = (groups: readonly Group[]) => allOf([...rest, new Condition(inNode(list.operand, groups.flat()))]);
  const fits = (groups: readonly Group[]) => filterLength(withValues(groups), dialect) <= maxLength;
  const groups = sortedGroups(list.values);
  if (!groups.every((group) => fits([group]))) return [condition];
  return dealtOut(groups, fits).map(withValues);
}

function longestList(parts: readonly ConditionNode[]): InNode | undefined {
  const lists = parts.filter((part): part is InNode => part.kind === 'in');
  return lists.sort((a, b) => b.values.length - a.values.length)[0];
}

/** Runs of groups, each as long as it can be. */
function dealtOut(groups: readonly Group[], fits: (some: readonly Group[]) => boolean): (readonly Group[])[] {
  const runs: (readonly Group[])[] = [];
  for (let start = 0; start < groups.length; start += runs.at(-1)?.length ?? 1) {
    let [size, step] = [1, 1];
    // Doubles while it fits, then halves: a run is found in few attempts, however long the list is.
    for (; step >= 1;) {
      const larger = Math.min(size + step, groups.length - start);
      const grows = larger > size && fits(groups.slice(start, start + larger));
      if (grows) size = larger;
      step = grows ? step * 2 : Math.floor(step / 2);
    }
    runs.push(groups.slice(start, start + size));
  }
  return runs;
}

function sortedGroups(values: readonly LiteralNode[]): Group[] {
  const groups = new Map<string | number, LiteralNode[]>();
  for (const value of values) {
    const key = comparable(value);
    const group = groups.get(key) ?? [];
    if (!group.some((other) => other.value === value.value)) group.push(value);
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, group]) => group);
}

/** Servers take texts for the same that differ in case or in blanks at the end, and numbers however many zeros they have. */
function comparable({ type, value }: LiteralNode): string | number {
  const isNumber = type === 'number' || type === 'decimal';
  return isNumber ? Number(value) : String(value).trimEnd().toLowerCase();
}
