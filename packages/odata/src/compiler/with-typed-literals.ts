import { exceedsInteger } from '../dialects/exceeds-integer.js';
import { arithmeticNode } from '../nodes/arithmetic-node.js';
import { callNode } from '../nodes/call-node.js';
import { literalNode } from '../nodes/literal-node.js';
import type { LiteralNode } from '../nodes/literal-node.js';
import type { OperandNode } from '../nodes/operand-node.js';

/** The two sides of a comparison. */
export interface Sides {
  readonly left: OperandNode;
  readonly right: OperandNode;
}

/**
 * The sides with their literals in the type of the fields beside them, for a server that converts neither: `0.1` is a
 * double beside a double and a decimal elsewhere, a point in time has no zone beside a field that has none.
 */
export function withTypedLiterals({ left, right }: Sides): Sides {
  const sides = [left, right];
  const asDouble = sides.some(holdsDouble);
  const field = sides.find((side) => side.kind === 'field');
  const zone = field?.type === 'DateTime' ? !field.zoneless : undefined;
  const typed = (operand: OperandNode): OperandNode => {
    switch (operand.kind) {
      case 'literal':
        return typedDate(typedNumber(operand, asDouble), zone);
      case 'arithmetic':
        return arithmeticNode(operand.operator, typed(operand.left), typed(operand.right));
      case 'call':
        return callNode(operand.name, operand.args.map(typed));
      case 'field':
      case 'customField':
        return operand;
    }
  };
  return { left: typed(left), right: typed(right) };
}

function holdsDouble(operand: OperandNode): boolean {
  if (operand.kind === 'arithmetic') return holdsDouble(operand.left) || holdsDouble(operand.right);
  if (operand.kind === 'call') return operand.args.some(holdsDouble);
  return operand.kind !== 'literal' && operand.type === 'Double';
}

function typedNumber(literal: LiteralNode, asDouble: boolean): LiteralNode {
  const { type, value } = literal;
  if (type !== 'number' && type !== 'decimal') return literal;
  if (asDouble) return literalNode('number', exceedsInteger(value) ? `${value}.0` : value);
  return type === 'number' && value.includes('.') ? literalNode('decimal', value) : literal;
}

function typedDate(literal: LiteralNode, zone: boolean | undefined): LiteralNode {
  const { type, value } = literal;
  if (zone === undefined || (type !== 'dateTime' && type !== 'localTime')) return literal;
  return literalNode(zone ? 'dateTime' : 'localTime', value);
}
