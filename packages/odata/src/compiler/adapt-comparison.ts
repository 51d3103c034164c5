import { andNode } from '../nodes/and-node.js';
import { comparisonNode } from '../nodes/comparison-node.js';
import type { ComparisonNode } from '../nodes/comparison-node.js';
import type { ConditionNode } from '../nodes/condition-node.js';
import { literalRight } from '../nodes/literal-right.js';
import { literalNode } from '../nodes/literal-node.js';
import type { OperandNode } from '../nodes/operand-node.js';
import { operandName } from '../nodes/operand-name.js';
import { operandType } from '../nodes/operand-type.js';
import { PlainDate } from '../values/plain-date.js';
import { orNode } from '../nodes/or-node.js';
import { adaptOperand } from './adapt-operand.js';
import type { Adaptation } from './adaptation.js';
import { dateRange } from './date-range.js';
import { withTypedLiterals } from './with-typed-literals.js';
import type { Sides } from './with-typed-literals.js';
import { foldsCase, withoutCaseFolding } from './without-case-folding.js';

/** The comparison as the dialect can say it. @throws {AcumaticaQueryError} when it cannot */
export function adaptComparison(node: ComparisonNode, adaptation: Adaptation): ConditionNode {
  const { dialect } = adaptation;
  const ordered = literalRight(node);
  const range = dialect.dateRanges ? dateRange(ordered) : undefined;
  if (range) {
    return adaptation.rewritten(
      node,
      adaptRange(range, adaptation),
      `${dialect.server} is asked for a range of days, which is known to work.`,
    );
  }
  const { left, right } = adaptSides(ordered, adaptation);
  if (adaptation.takesNotes) noteDateText(left, right, adaptation);
  if (left.kind !== 'literal' && right.kind !== 'literal') adaptation.unconfirmed(dialect.unconfirmed.twoFields);
  if (left === ordered.left && right === ordered.right) return ordered;
  const adapted = comparisonNode(ordered.operator, left, right);
  return foldsCase(ordered.left) || foldsCase(ordered.right)
    ? adaptation.rewritten(node, adapted, caseReason)
    : adapted;
}

const opposites = { eq: 'ne', ne: 'eq', gt: 'le', ge: 'lt', lt: 'ge', le: 'gt' } as const;

/** The opposite of a comparison without `not`. As in a database, a record with an empty field satisfies neither. */
export function oppositeComparison({ operator, left, right }: ComparisonNode): ComparisonNode {
  return comparisonNode(opposites[operator], left, right);
}

function adaptRange(range: ConditionNode, adaptation: Adaptation): ConditionNode {
  if (range.kind === 'comparison') return adaptComparison(range, adaptation);
  if (range.kind !== 'and' && range.kind !== 'or') return range;
  const parts = range.parts.map((part) => adaptRange(part, adaptation));
  return range.kind === 'and' ? andNode(parts) : orNode(parts);
}

function adaptSides(node: ComparisonNode, adaptation: Adaptation): Sides {
  const left = adaptSide(node.left, node, adaptation);
  const right = adaptSide(node.right, node, adaptation);
  return adaptation.dialect.typedLiterals ? withTypedLiterals({ left, right }) : { left, right };
}

function adaptSide(side: OperandNode, node: ComparisonNode, adaptation: Adaptation): OperandNode {
  const { dialect } = adaptation;
  const other = side === node.left ? node.right : node.left;
  if (side.kind === 'literal' && side.type === 'date' && dialect.daysAsInstants && operandType(other) === 'DateTime') {
    return literalNode('dateTime', `${side.value}T00:00:00.000Z`);
  }
  return adaptOperand(comparedText(side, adaptation), adaptation);
}

/** Why `toLower` and `toUpper` go. */
export const caseReason = 'Texts are compared without regard to case there, so folding it changes nothing.';

/** An operand whose text is compared: where the server ignores case, `toLower` and `toUpper` go. */
export function comparedText(operand: OperandNode, adaptation: Adaptation): OperandNode {
  return adaptation.dialect.ignoresCase && operand.kind === 'call' ? withoutCaseFolding(operand) : operand;
}

function noteDateText(left: OperandNode, right: OperandNode, adaptation: Adaptation): void {
  if (right.kind !== 'literal' || right.type !== 'string' || !PlainDate.exists(right.value)) return;
  if (operandType(left) !== undefined) return;
  const name = operandName(left);
  adaptation.unconfirmed(
    `The text '${right.value}' is sent as a text, since the type of ${name} is not known. For a date field write PlainDate.from('${right.value}').`,
  );
}
