import type { OperandNode } from './operand-node.js';

/** How a message calls an operand: `MainContact/Email`, `year(OrderDate)`. */
export function operandName(operand: OperandNode): string {
  switch (operand.kind) {
    case 'field':
      return operand.path.join('/');
    case 'customField':
      return `cf ${operand.view}.${operand.field}`;
    case 'literal':
      return JSON.stringify(operand.value);
    case 'call':
      return `${operand.name}(${operand.args.map(operandName).join(', ')})`;
    case 'arithmetic':
      return `${operandName(operand.left)} ${operand.operator} ${operandName(operand.right)}`;
  }
}
