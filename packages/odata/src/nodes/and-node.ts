import type { ConditionNode } from './condition-node.js';

/** All of the parts hold; two parts or more. */
export interface AndNode {
  readonly kind: 'and';
  readonly parts: readonly ConditionNode[];
}

/** `andNode([a, b])` */
export function andNode(parts: readonly ConditionNode[]): AndNode {
  return Object.freeze({ kind: 'and', parts: Object.freeze(parts) });
}
