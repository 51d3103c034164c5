import type { OperandNode } from './operand-node.js';

/** Functions that give a value, by our names; a dialect knows how it calls each. */
export type FunctionName =
  | 'toLower'
  | 'toUpper'
  | 'trim'
  | 'length'
  | 'indexOf'
  | 'substring'
  | 'concat'
  | 'replace'
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'date'
  | 'round'
  | 'floor'
  | 'ceiling';

/** A function of values: the first argument is what the method was called on. */
export interface CallNode {
  readonly kind: 'call';
  readonly name: FunctionName;
  readonly args: readonly OperandNode[];
}

/** `callNode('year', [date])` */
export function callNode(name: FunctionName, args: readonly OperandNode[]): CallNode {
  return Object.freeze({ kind: 'call', name, args: Object.freeze(args) });
}
