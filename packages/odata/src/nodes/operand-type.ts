import type { KnownWireType } from '../values/known-wire-type.js';
import type { FunctionName } from './call-node.js';
import type { LiteralType } from './literal-node.js';
import type { OperandNode } from './operand-node.js';

const results: Readonly<Record<FunctionName, KnownWireType>> = {
  toLower: 'String',
  toUpper: 'String',
  trim: 'String',
  substring: 'String',
  concat: 'String',
  replace: 'String',
  length: 'Int',
  indexOf: 'Int',
  year: 'Int',
  month: 'Int',
  day: 'Int',
  hour: 'Int',
  minute: 'Int',
  second: 'Int',
  date: 'Date',
  round: 'Decimal',
  floor: 'Decimal',
  ceiling: 'Decimal',
};

const literals: Readonly<Record<LiteralType, KnownWireType | undefined>> = {
  null: undefined,
  boolean: 'Boolean',
  string: 'String',
  number: 'Decimal',
  decimal: 'Decimal',
  dateTime: 'DateTime',
  localTime: 'DateTime',
  date: 'Date',
  guid: 'Guid',
};

/** The type of an operand's value; `undefined` when nobody can tell. */
export function operandType(operand: OperandNode): KnownWireType | undefined {
  switch (operand.kind) {
    case 'field':
    case 'customField':
      return operand.type;
    case 'literal':
      return literals[operand.type];
    case 'call':
      return results[operand.name];
    case 'arithmetic':
      return 'Decimal';
  }
}
