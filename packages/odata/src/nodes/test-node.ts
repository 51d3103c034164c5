import type { OperandNode } from './operand-node.js';

/** Functions that answer yes or no. */
export type TestName = 'contains' | 'startsWith' | 'endsWith';

/** A text examined for another text. */
export interface TestNode {
  readonly kind: 'test';
  readonly name: TestName;
  readonly text: OperandNode;
  readonly part: OperandNode;
}

/** `testNode('contains', name, literal)` */
export function testNode(name: TestName, text: OperandNode, part: OperandNode): TestNode {
  return Object.freeze({ kind: 'test', name, text, part });
}
