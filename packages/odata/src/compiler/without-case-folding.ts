import { callNode } from '../nodes/call-node.js';
import type { OperandNode } from '../nodes/operand-node.js';

/**
 * The operand without `toLower` and `toUpper`, for a server that compares without regard to case: there they change
 * nothing, neither at the top nor inside `concat` and `substring`. Elsewhere they stay, and the dialect refuses them.
 */
export function withoutCaseFolding(operand: OperandNode): OperandNode {
  let inner = operand;
  while (inner.kind === 'call' && (inner.name === 'toLower' || inner.name === 'toUpper')) inner = inner.args[0]!;
  if (inner.kind !== 'call' || (inner.name !== 'concat' && inner.name !== 'substring')) return inner;
  const args = inner.args.map(withoutCaseFolding);
  return args.every((arg, index) => arg === (inner as typeof inner & { args: readonly OperandNode[] }).args[index])
    ? inner
    : callNode(inner.name, args);
}

/** Whether {@link withoutCaseFolding} takes something away. */
export function foldsCase(operand: OperandNode): boolean {
  return operand.kind === 'call' && withoutCaseFolding(operand) !== operand;
}
