import type { ConditionNode } from './condition-node.js';

/** The opposite of a condition. */
export interface NotNode {
  readonly kind: 'not';
  readonly condition: ConditionNode;
}

/** `notNode(a)` */
export function notNode(condition: ConditionNode): NotNode {
  return Object.freeze({ kind: 'not', condition });
}
