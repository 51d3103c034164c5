import type { CompiledValue } from './compiled-value.js';
import type { FilterDialect } from './filter-dialect.js';
import { FilterError } from './filter-error.js';

/** Numbers are converted to the later of two types; decimals stand beside this. */
const numbers = ['Edm.SByte', 'Edm.Byte', 'Edm.Int16', 'Edm.Int32', 'Edm.Int64', 'Edm.Single', 'Edm.Double'];
const floats = new Set(['Edm.Single', 'Edm.Double']);

/**
 * The type to which both operands of an operator are converted, by the rules of OData version 3 for promoting numbers.
 * @throws FilterError where there is none
 */
export function commonType(
  left: CompiledValue<never>,
  right: CompiledValue<never>,
  operator: string,
  { converts }: FilterDialect,
): string {
  if (left.type === 'Null') return right.edm;
  if (right.type === 'Null') return left.edm;
  const common = left.type === right.type ? promoted(left.edm, right.edm) : undefined;
  if (common !== undefined) return common;
  if (converts && left.type === right.type) return left.type === 'Number' ? 'Edm.Decimal' : left.edm;
  throw new FilterError(
    `A binary operator with incompatible types was detected. Found operand types '${left.edm}' and '${right.edm}' for operator kind '${operator}'.`,
  );
}

function promoted(a: string, b: string): string | undefined {
  if (a === b) return a;
  const isDecimal = a === 'Edm.Decimal' || b === 'Edm.Decimal';
  if (isDecimal) return floats.has(a) || floats.has(b) ? undefined : 'Edm.Decimal';
  const [first, second] = [numbers.indexOf(a), numbers.indexOf(b)];
  return first < 0 || second < 0 ? undefined : numbers[Math.max(first, second)];
}
