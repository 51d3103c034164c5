import { commonType } from './common-type.js';
import type { CompiledValue } from './compiled-value.js';
import type { FilterDialect } from './filter-dialect.js';
import { FilterError } from './filter-error.js';
import type { Arithmetic } from './filter-node.js';

const operations: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  mod: (a, b) => a % b,
};

/** Names of the operators in messages. */
const operators: Readonly<Record<Arithmetic, string>> = {
  add: 'Add',
  sub: 'Subtract',
  mul: 'Multiply',
  div: 'Divide',
  mod: 'Modulo',
};

/** Compiles `add sub mul div mod`; null makes null, and so does a division by zero. */
export function compileArithmetic<R>(
  operator: Arithmetic,
  left: CompiledValue<R>,
  right: CompiledValue<R>,
  dialect: FilterDialect,
): CompiledValue<R> {
  for (const { type, edm } of [left, right])
    if (type !== 'Number' && type !== 'Null')
      throw new FilterError(`The operator '${operator}' takes numbers, and found an operand of type '${edm}'.`);
  const edm = commonType(left, right, operators[operator], dialect);
  const operation = operations[operator];
  const read = (record: R): number | null => {
    const a = left.read(record);
    const b = right.read(record);
    if (typeof a !== 'number' || typeof b !== 'number') return null;
    const result = operation(a, b);
    return Number.isFinite(result) ? result : null;
  };
  return { type: 'Number', edm, read };
}
