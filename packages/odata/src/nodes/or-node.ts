import type { ConditionNode } from './condition-node.js';

/** At least one of the parts holds; two parts or more. */
export interface OrNode {
  readonly kind: 'or';
  readonly parts: readonly ConditionNode[];
}

/** `orNode([a, b])` */
export function orNode(parts: readonly ConditionNode[]): OrNode {
  return Object.freeze({ kind: 'or', parts: Object.freeze(parts) });
}
