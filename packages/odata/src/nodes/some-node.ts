import type { ConditionNode } from './condition-node.js';

/** At least one row of a detail collection satisfies a condition. */
export interface SomeNode {
  readonly kind: 'some';
  readonly path: readonly string[];
  /** The name that fields of the row carry in {@link FieldNode.row}. */
  readonly row: string;
  /** The variable of the surrounding detail row, when `path` starts from it. */
  readonly outerRow?: string;
  readonly condition: ConditionNode;
}

/** `someNode(['Details'], 'd1', condition)` */
export function someNode(path: readonly string[], row: string, condition: ConditionNode, outerRow?: string): SomeNode {
  return Object.freeze({
    kind: 'some',
    path: Object.freeze([...path]),
    row,
    condition,
    ...(outerRow !== undefined && { outerRow }),
  });
}
