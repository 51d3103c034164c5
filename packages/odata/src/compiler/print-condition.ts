import type { Dialect } from '../dialects/dialect.js';
import type { ConditionNode } from '../nodes/condition-node.js';
import type { SomeNode } from '../nodes/some-node.js';
import type { TextMatchNode } from '../nodes/text-match-node.js';
import { flatParts } from '../nodes/flat-parts.js';
import { functionName, printOperand } from './print-operand.js';

type Printers = {
  readonly [K in ConditionNode['kind']]: (node: Extract<ConditionNode, { kind: K }>, dialect: Dialect) => string;
};

const printers: Printers = {
  and: ({ parts }, dialect) =>
    flatParts('and', parts)
      .map((part) => asPart(part, dialect))
      .join(' and '),
  or: ({ parts }, dialect) =>
    flatParts('or', parts)
      .map((part) => asPart(part, dialect))
      .join(' or '),
  not: ({ condition }, dialect) =>
    `not ${condition.kind === 'test' ? printTest(condition, dialect) : `(${printCondition(condition, dialect)})`}`,
  comparison: ({ operator, left, right }, dialect) =>
    `${printOperand(left, dialect)} ${operator} ${printOperand(right, dialect)}`,
  in: ({ operand, values }, dialect) =>
    `${printOperand(operand, dialect)} in (${values.map((value) => printOperand(value, dialect)).join(',')})`,
  test: printTest,
  some: printSome,
  raw: ({ text }) => text,
};

/** The text of a condition that the dialect can say. */
export function printCondition(node: ConditionNode, dialect: Dialect): string {
  const print = printers[node.kind] as (node: ConditionNode, dialect: Dialect) => string;
  return print(node, dialect);
}

function asPart(part: ConditionNode, dialect: Dialect): string {
  const text = printCondition(part, dialect);
  return part.kind === 'and' || part.kind === 'or' || part.kind === 'raw' ? `(${text})` : text;
}

function printTest({ name, text, part }: TextMatchNode, dialect: Dialect): string {
  const form = dialect.functions[name];
  const args = [text, part].map((operand) => printOperand(operand, dialect));
  if ('needleFirst' in form) args.reverse();
  return `${functionName(name, dialect)}(${args.join(',')})`;
}

function printSome({ path, row, outerRow, condition }: SomeNode, dialect: Dialect): string {
  const list = outerRow === undefined ? path.join('/') : [outerRow, ...path].join('/');
  return `${list}/any(${row}:${printCondition(condition, dialect)})`;
}
