import { comparisonNode } from './comparison-node.js';
import type { ComparisonNode, ComparisonOperator } from './comparison-node.js';

const flipped: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
};

/** The comparison with a literal on its right side, where servers are known to understand it: `5 lt A` is `A gt 5`. */
export function literalRight(node: ComparisonNode): ComparisonNode {
  if (node.left.kind !== 'literal' || node.right.kind === 'literal') return node;
  return comparisonNode(flipped[node.operator], node.right, node.left);
}
