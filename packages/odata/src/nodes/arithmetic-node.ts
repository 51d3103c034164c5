import type { OperandNode } from './operand-node.js';

/** How two numbers are calculated with. */
export type ArithmeticOperator = 'add' | 'sub' | 'mul' | 'div' | 'mod';

/** Two numbers made into one. */
export interface ArithmeticNode {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: OperandNode;
  readonly right: OperandNode;
}

/** `arithmeticNode('add', subtotal, tax)` */
export function arithmeticNode(operator: ArithmeticOperator, left: OperandNode, right: OperandNode): ArithmeticNode {
  return Object.freeze({ kind: 'arithmetic', operator, left, right });
}
