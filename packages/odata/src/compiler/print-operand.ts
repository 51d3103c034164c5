import type { Dialect } from '../dialects/dialect.js';
import type { ArithmeticNode } from '../nodes/arithmetic-node.js';
import type { CallNode, FunctionName } from '../nodes/call-node.js';
import type { CustomFieldNode } from '../nodes/custom-field-node.js';
import type { FieldNode } from '../nodes/field-node.js';
import type { LiteralNode } from '../nodes/literal-node.js';
import type { OperandNode } from '../nodes/operand-node.js';
import type { TestName } from '../nodes/text-match-node.js';

/** The text of an operand that the dialect can say. */
export function printOperand(operand: OperandNode, dialect: Dialect): string {
  switch (operand.kind) {
    case 'field':
      return printField(operand);
    case 'literal':
      return printLiteral(operand, dialect);
    case 'call':
      return printCall(operand, dialect);
    case 'arithmetic':
      return printArithmetic(operand, dialect);
    case 'customField':
      return printCustomField(operand, dialect);
  }
}

function printField({ path, row }: FieldNode): string {
  const text = path.length === 1 ? path[0]! : path.join('/');
  return row === undefined ? text : `${row}/${text}`;
}

function printLiteral(literal: LiteralNode, dialect: Dialect): string {
  if (literal.type === 'null' || literal.type === 'boolean') return String(literal.value);
  return dialect.literals[literal.type](literal.value);
}

function printCall({ name, args }: CallNode, dialect: Dialect): string {
  return `${functionName(name, dialect)}(${args.map((arg) => printOperand(arg, dialect)).join(',')})`;
}

function printArithmetic({ operator, left, right }: ArithmeticNode, dialect: Dialect): string {
  return `${grouped(left, dialect)} ${operator} ${grouped(right, dialect)}`;
}

function grouped(operand: OperandNode, dialect: Dialect): string {
  const text = printOperand(operand, dialect);
  return operand.kind === 'arithmetic' ? `(${text})` : text;
}

function printCustomField(field: CustomFieldNode, dialect: Dialect): string {
  return typeof dialect.customField === 'function'
    ? dialect.customField(field)
    : `cf.${field.type}(${field.view}.${field.field})`;
}

/** The name of a function on the wire; for messages also that of one the dialect refuses. */
export function functionName(name: FunctionName | TestName, dialect: Dialect): string {
  const form = dialect.functions[name];
  return 'name' in form ? form.name : name.toLowerCase();
}
