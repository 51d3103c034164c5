import { AcumaticaQueryError } from '@acurecord/errors';
import { andNode } from '../nodes/and-node.js';
import { comparisonNode } from '../nodes/comparison-node.js';
import type { ComparisonNode, ComparisonOperator } from '../nodes/comparison-node.js';
import type { ConditionNode } from '../nodes/condition-node.js';
import { literalNode, nullLiteral } from '../nodes/literal-node.js';
import type { LiteralNode } from '../nodes/literal-node.js';
import { operandName } from '../nodes/operand-name.js';
import type { OperandNode } from '../nodes/operand-node.js';
import { orNode } from '../nodes/or-node.js';
import { PlainDate } from '../values/plain-date.js';

/**
 * A comparison of `year(d)` or `date(d)` with a literal, said through days of `d` itself: `year(d) eq 2024` is
 * `d ge 2024-01-01 and d lt 2025-01-01`. `undefined` when the comparison is another one.
 */
export function dateRange({ operator, left, right }: ComparisonNode): ConditionNode | undefined {
  if (left.kind !== 'call' || right.kind !== 'literal') return undefined;
  if (left.name !== 'year' && left.name !== 'date') return undefined;
  const [date] = left.args as readonly [OperandNode];
  if (right.type === 'null') return comparisonNode(operator, date, nullLiteral);
  const span = left.name === 'year' ? yearSpan(right, left) : daySpan(right);
  return span && comparedWithSpan(operator, date, span);
}

/** From the first day, which is in it, to the next day after it, which is not; no end after the last year of the calendar. */
interface Span {
  readonly from: LiteralNode;
  readonly before: LiteralNode | undefined;
}

function yearSpan(literal: LiteralNode, call: OperandNode): Span {
  const year = Number(literal.value);
  if (!Number.isInteger(year) || year < 1 || year > 9999) {
    throw new AcumaticaQueryError(
      `${operandName(call)} is compared with ${String(literal.value)}, which is no year from 1 to 9999.`,
    );
  }
  return {
    from: day(new PlainDate(year, 1, 1)),
    before: year === 9999 ? undefined : day(new PlainDate(year + 1, 1, 1)),
  };
}

function daySpan(literal: LiteralNode): Span | undefined {
  if (literal.type !== 'date') return undefined;
  const next = new Date(`${literal.value}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const before = literal.value === '9999-12-31' ? undefined : literalNode('date', next.toISOString().slice(0, 10));
  return { from: literal, before };
}

function comparedWithSpan(operator: ComparisonOperator, date: OperandNode, { from, before }: Span): ConditionNode {
  const atLeast = comparisonNode('ge', date, from);
  const below = comparisonNode('lt', date, from);
  const after = before ? comparisonNode('ge', date, before) : never(date);
  const notAfter = before ? comparisonNode('lt', date, before) : comparisonNode('ne', date, nullLiteral);
  const parts: Record<ComparisonOperator, () => ConditionNode> = {
    eq: () => andNode([atLeast, notAfter]),
    ne: () => orNode([below, after]),
    gt: () => after,
    ge: () => atLeast,
    lt: () => below,
    le: () => notAfter,
  };
  return parts[operator]();
}

function never(date: OperandNode): ConditionNode {
  return comparisonNode('lt', date, literalNode('date', '0001-01-01'));
}

function day(date: PlainDate): LiteralNode {
  return literalNode('date', date.toString());
}
