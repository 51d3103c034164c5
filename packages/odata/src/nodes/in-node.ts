import type { LiteralNode } from './literal-node.js';
import type { OperandNode } from './operand-node.js';

/** A value that is one of several; never an empty list. */
export interface InNode {
  readonly kind: 'in';
  readonly operand: OperandNode;
  readonly values: readonly LiteralNode[];
}

/** `inNode(status, [open, hold])` */
export function inNode(operand: OperandNode, values: readonly LiteralNode[]): InNode {
  return Object.freeze({ kind: 'in', operand, values: Object.freeze(values) });
}
