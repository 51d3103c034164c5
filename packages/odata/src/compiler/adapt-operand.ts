import { AcumaticaQueryError } from '@acurecord/errors';
import { arithmeticNode } from '../nodes/arithmetic-node.js';
import { callNode } from '../nodes/call-node.js';
import type { CallNode } from '../nodes/call-node.js';
import type { FieldNode } from '../nodes/field-node.js';
import { operandName } from '../nodes/operand-name.js';
import type { OperandNode } from '../nodes/operand-node.js';
import type { Adaptation } from './adaptation.js';

/** The operand as the dialect can say it. @throws {AcumaticaQueryError} when it cannot */
export function adaptOperand(operand: OperandNode, adaptation: Adaptation): OperandNode {
  const { dialect } = adaptation;
  switch (operand.kind) {
    case 'field':
      return adaptField(operand, adaptation);
    case 'customField':
      if (typeof dialect.customField === 'function') return operand;
      throw adaptation.refusal(operandName(operand), dialect.customField);
    case 'literal':
      if (operand.type === 'guid') adaptation.unconfirmed(dialect.unconfirmed.guid);
      return operand;
    case 'call':
      return adaptCall(operand, adaptation);
    case 'arithmetic': {
      adaptation.unconfirmed(dialect.unconfirmed.arithmetic);
      const [left, right] = adaptOperands([operand.left, operand.right], adaptation) as [OperandNode, OperandNode];
      return left === operand.left && right === operand.right ? operand : arithmeticNode(operand.operator, left, right);
    }
  }
}

function adaptField(field: FieldNode, { rows }: Adaptation): FieldNode {
  if (field.row !== undefined && !rows.includes(field.row)) {
    throw new AcumaticaQueryError(`${operandName(field)} belongs to a detail row and is used outside of its some().`);
  }
  return field;
}

function adaptCall(call: CallNode, adaptation: Adaptation): CallNode {
  const form = adaptation.dialect.functions[call.name];
  if ('refused' in form) throw adaptation.refusal(operandName(call), form);
  adaptation.unconfirmed(form.unconfirmed);
  const args = adaptOperands(call.args, adaptation);
  return args === call.args ? call : callNode(call.name, args);
}

function adaptOperands(operands: readonly OperandNode[], adaptation: Adaptation): readonly OperandNode[] {
  const adapted = adaptation.nested(() => operands.map((operand) => adaptOperand(operand, adaptation)));
  return adapted.every((operand, index) => operand === operands[index]) ? operands : adapted;
}
