import type { ConditionNode } from './condition-node.js';

/**
 * The parts of an `and` or `or`, with parts of the same kind opened: `a and (b and c)` has three. Without recursion, since
 * a chain of 10,000 calls of `.and()` is a tree 10,000 deep.
 */
export function flatParts(kind: 'and' | 'or', parts: readonly ConditionNode[]): readonly ConditionNode[] {
  if (!parts.some((part) => part.kind === kind)) return parts;
  const flat: ConditionNode[] = [];
  const waiting = [...parts].reverse();
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (part.kind !== kind) flat.push(part);
    else for (let index = part.parts.length - 1; index >= 0; index -= 1) waiting.push(part.parts[index]!);
  }
  return flat;
}
