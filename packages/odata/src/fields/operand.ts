import { AcumaticaQueryError } from '@acurecord/errors';
import { Condition } from '../conditions/condition.js';
import { arithmeticNode } from '../nodes/arithmetic-node.js';
import type { ArithmeticOperator } from '../nodes/arithmetic-node.js';
import { callNode } from '../nodes/call-node.js';
import type { FunctionName } from '../nodes/call-node.js';
import { comparisonNode } from '../nodes/comparison-node.js';
import type { ComparisonOperator } from '../nodes/comparison-node.js';
import { inNode } from '../nodes/in-node.js';
import { literalNode, nullLiteral } from '../nodes/literal-node.js';
import type { LiteralNode } from '../nodes/literal-node.js';
import { operandName } from '../nodes/operand-name.js';
import type { OperandNode } from '../nodes/operand-node.js';
import { operandType } from '../nodes/operand-type.js';
import { textMatchNode } from '../nodes/text-match-node.js';
import type { TestName } from '../nodes/text-match-node.js';
import { describeValue } from '../values/describe-value.js';
import { literalFromValue } from '../values/literal-from-value.js';
import type { LiteralTarget } from '../values/literal-from-value.js';
import { familyOf } from '../values/known-wire-type.js';
import type { KnownWireType } from '../values/known-wire-type.js';
import { operatorsOf, operatorTypes } from './operator-types.js';
import type { OperatorName } from './operator-types.js';

const nodeKey = Symbol.for('@acurecord/odata/operand');

/**
 * A field or a value made from fields, with every operator there is; the interfaces around it say which of them suit.
 * At run time an operator checks the type too, where the schema told it.
 */
export class Operand {
  readonly [nodeKey]: OperandNode;

  constructor(node: OperandNode) {
    this[nodeKey] = node;
  }

  eq(value: unknown): Condition {
    return compare(this, 'eq', value);
  }

  ne(value: unknown): Condition {
    return compare(this, 'ne', value);
  }

  gt(value: unknown): Condition {
    return compare(this, 'gt', value);
  }

  ge(value: unknown): Condition {
    return compare(this, 'ge', value);
  }

  lt(value: unknown): Condition {
    return compare(this, 'lt', value);
  }

  le(value: unknown): Condition {
    return compare(this, 'le', value);
  }

  in(values: readonly unknown[]): Condition {
    const node = nodeFor(this, 'in');
    const name = operandName(node);
    if (!Array.isArray(values))
      throw new AcumaticaQueryError(`${name}: in() takes an array, not ${describeValue(values)}.`);
    if (values.length === 0) {
      throw new AcumaticaQueryError(
        `${name}: in([]) would match no record. Do not ask the server when the list is empty.`,
      );
    }
    const target = { name, type: operandType(node) };
    // Array.from also visits holes, so that [ , 1] is refused like [undefined, 1].
    const literals = Array.from(values, (value: unknown) => listedLiteral(this, value, target));
    return new Condition(inNode(node, literals));
  }

  isNull(): Condition {
    return new Condition(comparisonNode('eq', nodeFor(this, 'isNull'), nullLiteral));
  }

  isNotNull(): Condition {
    return new Condition(comparisonNode('ne', nodeFor(this, 'isNotNull'), nullLiteral));
  }

  contains(text: unknown): Condition {
    return test(this, 'contains', text);
  }

  startsWith(text: unknown): Condition {
    return test(this, 'startsWith', text);
  }

  endsWith(text: unknown): Condition {
    return test(this, 'endsWith', text);
  }

  toLower(): Operand {
    return call(this, 'toLower');
  }

  toUpper(): Operand {
    return call(this, 'toUpper');
  }

  trim(): Operand {
    return call(this, 'trim');
  }

  length(): Operand {
    return call(this, 'length');
  }

  indexOf(text: unknown): Operand {
    return call(this, 'indexOf', valueNode(this, 'indexOf', text, 'String'));
  }

  substring(start: unknown, length?: unknown): Operand {
    const bounds = length === undefined ? [start] : [start, length];
    return call(this, 'substring', ...bounds.map((bound) => indexNode(this, bound)));
  }

  concat(text: unknown): Operand {
    return call(this, 'concat', valueNode(this, 'concat', text, 'String'));
  }

  replace(search: unknown, replacement: unknown): Operand {
    const args = [search, replacement].map((text) => valueNode(this, 'replace', text, 'String'));
    return call(this, 'replace', ...args);
  }

  year(): Operand {
    return call(this, 'year');
  }

  month(): Operand {
    return call(this, 'month');
  }

  day(): Operand {
    return call(this, 'day');
  }

  hour(): Operand {
    return call(this, 'hour');
  }

  minute(): Operand {
    return call(this, 'minute');
  }

  second(): Operand {
    return call(this, 'second');
  }

  date(): Operand {
    return call(this, 'date');
  }

  round(): Operand {
    return call(this, 'round');
  }

  floor(): Operand {
    return call(this, 'floor');
  }

  ceiling(): Operand {
    return call(this, 'ceiling');
  }

  add(value: unknown): Operand {
    return calculate(this, 'add', value);
  }

  sub(value: unknown): Operand {
    return calculate(this, 'sub', value);
  }

  mul(value: unknown): Operand {
    return calculate(this, 'mul', value);
  }

  div(value: unknown): Operand {
    return calculate(this, 'div', value);
  }

  mod(value: unknown): Operand {
    return calculate(this, 'mod', value);
  }
}

/** The tree behind a field object; `undefined` for any other value. */
function nodeOfOperand(value: unknown): OperandNode | undefined {
  return typeof value === 'object' && value !== null && nodeKey in value ? (value as Operand)[nodeKey] : undefined;
}

function nodeFor(operand: Operand, operator: OperatorName): OperandNode {
  const node = operand[nodeKey];
  const type = operandType(node);
  const family = familyOf(type);
  if (family && !operatorTypes[operator].includes(family)) {
    throw new AcumaticaQueryError(
      `${operandName(node)} is a ${type}, which has no ${operator}(). It offers ${operatorsOf(family).join(', ')}.`,
    );
  }
  return node;
}

function valueNode(operand: Operand, operator: OperatorName, value: unknown, type?: KnownWireType): OperandNode {
  const name = `${operandName(operand[nodeKey])} ${operator}`;
  const other = nodeOfOperand(value);
  if (!other) return literalFromValue(value, { name, type });
  const [wanted, given] = [familyOf(type), familyOf(operandType(other))];
  if (wanted && given && wanted !== given) {
    throw new AcumaticaQueryError(
      `${name}: ${operandName(other)} is a ${operandType(other)}, but a ${type} is needed.`,
    );
  }
  return other;
}

function listedLiteral(operand: Operand, value: unknown, target: LiteralTarget): LiteralNode {
  const node = nodeOfOperand(value) ? valueNode(operand, 'in', value, target.type) : literalFromValue(value, target);
  if (node.kind === 'literal') return node;
  throw new AcumaticaQueryError(`${target.name}: in() takes values, not fields. Use anyOf() with eq() for fields.`);
}

function compare(operand: Operand, operator: ComparisonOperator, value: unknown): Condition {
  const left = nodeFor(operand, operator);
  const right = valueNode(operand, operator, value, operandType(left));
  if (right === nullLiteral && operator !== 'eq' && operator !== 'ne') {
    throw new AcumaticaQueryError(`${operandName(left)}: nothing is ${operator} null. Use isNull() or isNotNull().`);
  }
  return new Condition(comparisonNode(operator, left, right));
}

function test(operand: Operand, name: TestName, text: unknown): Condition {
  return new Condition(textMatchNode(name, nodeFor(operand, name), textNode(operand, name, text)));
}

function textNode(operand: Operand, name: OperatorName, text: unknown): OperandNode {
  const node = valueNode(operand, name, text, 'String');
  if (node === nullLiteral)
    throw new AcumaticaQueryError(`${operandName(operand[nodeKey])}: ${name}(null) says nothing.`);
  return node;
}

function call(operand: Operand, name: FunctionName, ...args: readonly OperandNode[]): Operand {
  return new Operand(callNode(name, [nodeFor(operand, name), ...args]));
}

function calculate(operand: Operand, operator: ArithmeticOperator, value: unknown): Operand {
  const left = nodeFor(operand, operator);
  const right = valueNode(operand, operator, value, operandType(left) ?? 'Decimal');
  if (right === nullLiteral) throw new AcumaticaQueryError(`${operandName(left)}: ${operator}(null) is no number.`);
  return new Operand(arithmeticNode(operator, left, right));
}

function indexNode(operand: Operand, index: unknown): OperandNode {
  const node = nodeOfOperand(index);
  if (node) return node;
  if (Number.isSafeInteger(index) && (index as number) >= 0) return literalNode('number', String(index));
  throw new AcumaticaQueryError(
    `${operandName(operand[nodeKey])}: substring() takes whole numbers from 0, not ${describeValue(index)}.`,
  );
}
