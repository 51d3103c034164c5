import type { OperandNode } from './operand-node.js';

/** How two operands are compared. */
export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** Two values held against each other. */
export interface ComparisonNode {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: OperandNode;
  readonly right: OperandNode;
}

/** `comparisonNode('eq', field, literal)` */
export function comparisonNode(operator: ComparisonOperator, left: OperandNode, right: OperandNode): ComparisonNode {
  return Object.freeze({ kind: 'comparison', operator, left, right });
}
