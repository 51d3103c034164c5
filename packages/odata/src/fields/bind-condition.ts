import { Condition, nodeOfCondition } from '../conditions/condition.js';
import { andNode } from '../nodes/and-node.js';
import type { CallNode, FunctionName } from '../nodes/call-node.js';
import type { ComparisonNode } from '../nodes/comparison-node.js';
import type { ConditionNode } from '../nodes/condition-node.js';
import { flatParts } from '../nodes/flat-parts.js';
import { literalRight } from '../nodes/literal-right.js';
import { maxNesting, nestingError } from '../nodes/nesting.js';
import { notNode } from '../nodes/not-node.js';
import type { OperandNode } from '../nodes/operand-node.js';
import { orNode } from '../nodes/or-node.js';
import type { SomeNode } from '../nodes/some-node.js';
import type { DescribeMember } from './describe-member.js';
import { memberAlong } from './member.js';
import type { Place } from './member.js';
import { Operand } from './operand.js';

/**
 * The condition with its fields looked up in a schema, as if it had been built from `createFields(describe)`: texts
 * beside dates, numbers and GUIDs become such literals, unmapped fields become custom fields, and everything is checked.
 * For conditions built with `F` or read by `parseFilter`; raw text stays as it is.
 *
 * @throws {AcumaticaQueryError} for unknown fields, and for operators and values that do not suit a field's type
 */
export function bindCondition(condition: Condition, describe: DescribeMember): Condition {
  const top: Place = { describe, path: [], base: 0, depth: 0 };
  return new Condition(bound(nodeOfCondition(condition, 'bindCondition()'), { top, rows: new Map(), depth: 0 }));
}

interface Scope {
  readonly top: Place;
  /** The places of the detail rows around, by their variables. */
  readonly rows: ReadonlyMap<string, Place>;
  readonly depth: number;
}

function bound(node: ConditionNode, outer: Scope): ConditionNode {
  const scope = { ...outer, depth: outer.depth + 1 };
  if (scope.depth > maxNesting) throw nestingError();
  switch (node.kind) {
    case 'and':
      return andNode(flatParts('and', node.parts).map((part) => bound(part, scope)));
    case 'or':
      return orNode(flatParts('or', node.parts).map((part) => bound(part, scope)));
    case 'not':
      return notNode(bound(node.condition, scope));
    case 'comparison':
      return boundComparison(literalRight(node), scope);
    case 'in':
      return boundOperand(node.operand, scope).in(node.values.map((value) => argument(value, scope))).node;
    case 'test':
      return boundOperand(node.text, scope)[node.name](argument(node.part, scope)).node;
    case 'some':
      return boundSome(node, scope);
    case 'raw':
      return node;
  }
}

function boundComparison({ operator, left, right }: ComparisonNode, scope: Scope): ConditionNode {
  return boundOperand(left, scope)[operator](argument(right, scope)).node;
}

function boundSome(node: SomeNode, scope: Scope): ConditionNode {
  const place = placeOf(node.outerRow, scope);
  const list = memberAlong(place, node.path);
  const path = [...place.path, ...node.path];
  const rowPlace = { ...place, path, base: path.length, depth: place.depth + 1 };
  const rows = new Map(scope.rows).set(node.row, rowPlace);
  return list.some(() => new Condition(bound(node.condition, { ...scope, rows }))).node;
}

/** What an operator takes: texts anew, so that the field's type decides what they mean; the rest as it is. */
function argument(node: OperandNode, scope: Scope): unknown {
  if (node.kind !== 'literal') return boundOperand(node, scope);
  return node.type === 'string' || node.type === 'null' ? node.value : new Operand(node);
}

function boundOperand(node: OperandNode, scope: Scope): Operand {
  switch (node.kind) {
    case 'field':
      return boundField(node.path, node.row, scope);
    case 'customField':
    case 'literal':
      return new Operand(node);
    case 'arithmetic':
      return boundOperand(node.left, scope)[node.operator](argument(node.right, scope));
    case 'call':
      return boundCall(node, scope);
  }
}

function boundCall({ name, args }: CallNode, scope: Scope): Operand {
  const [first, ...rest] = args as readonly [OperandNode, ...OperandNode[]];
  const subject = boundOperand(first, scope);
  const call = subject as unknown as Readonly<Record<FunctionName, (...values: unknown[]) => Operand>>;
  return call[name](...rest.map((arg) => argument(arg, scope)));
}

function boundField(path: readonly string[], row: string | undefined, scope: Scope): Operand {
  return memberAlong(placeOf(row, scope), path) as unknown as Operand;
}

function placeOf(row: string | undefined, scope: Scope): Place {
  return (row === undefined ? undefined : scope.rows.get(row)) ?? scope.top;
}
