import type { OperandNode } from './operand-node.js';

/** Functions that answer yes or no. */
export type TestName = 'contains' | 'startsWith' | 'endsWith';

/** A text examined for another text. */
export interface TextMatchNode {
  readonly kind: 'test';
  readonly name: TestName;
  readonly text: OperandNode;
  readonly part: OperandNode;
}

/** `textMatchNode('contains', name, literal)` */
export function textMatchNode(name: TestName, text: OperandNode, part: OperandNode): TextMatchNode {
  return Object.freeze({ kind: 'test', name, text, part });
}
