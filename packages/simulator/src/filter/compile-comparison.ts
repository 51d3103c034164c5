import { commonType } from './common-type.js';
import type { CompileContext } from './compile-value.js';
import type { CompiledValue } from './compiled-value.js';
import { compileValue } from './compile-value.js';
import type { Predicate } from './compile-predicate.js';
import type { CompareNode, Comparison, FilterNode, InNode, Scalar } from './filter-node.js';

const opposite: Readonly<Record<Comparison, Comparison>> = {
  eq: 'ne',
  ne: 'eq',
  gt: 'le',
  le: 'gt',
  ge: 'lt',
  lt: 'ge',
};

const names: Readonly<Record<Comparison, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

/** What a comparison says of two comparable values that are not null. */
const tests: Readonly<Record<Comparison, (a: string | number | boolean, b: string | number | boolean) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
};

/** Compiles `left operator right`. */
export function compileComparison<R>(node: CompareNode, context: CompileContext<R>, negated: boolean): Predicate<R> {
  if (!context.dialect.comparesCalls && [node.left, node.right].some(isCondition)) return () => false;
  const operator = negated ? opposite[node.operator] : node.operator;
  const [left, right] = [compileValue(node.left, context), compileValue(node.right, context)];
  commonType(left, right, names[node.operator], context.dialect);
  if (left.constant === null) return compareWithNull(right, operator);
  if (right.constant === null) return compareWithNull(left, operator);
  if (operator === 'eq' && left.type === 'String' && isPlain(right.constant))
    return equalsText(left.read, right.constant);
  return compare(comparable(left), comparable(right), tests[operator]);
}

/** Text whose length no change of case can change. */
function isPlain(constant: Scalar | undefined): constant is string {
  return typeof constant === 'string' && /^[\x20-\x7e]*$/.test(constant);
}

/** The commonest question by far: most texts are told apart by their length, without folding them. */
function equalsText<R>(read: (record: R) => Scalar, constant: string): Predicate<R> {
  const wanted = fold(constant);
  return (record) => {
    const text = read(record);
    if (typeof text !== 'string' || text.length < wanted.length) return false;
    return (text.length === wanted.length || text.endsWith(' ')) && fold(text) === wanted;
  };
}

/** Compiles `operand in (…)`. */
export function compileIn<R>(node: InNode, context: CompileContext<R>, negated: boolean): Predicate<R> {
  const value = compileValue(node.operand, context);
  const values = node.values.map((literal) => compileValue(literal, context));
  for (const literal of values) commonType(value, literal, names.eq, context.dialect);
  const wanted = new Set(values.map((literal) => comparable(literal).constant));
  const { read } = comparable(value);
  return (record) => {
    const found = read(record);
    return found === null ? wanted.has(null) && !negated : wanted.has(found) !== negated;
  };
}

const isCondition = (node: FilterNode): boolean => node.kind === 'call' || node.kind === 'not' || node.kind === 'logic';

/** Only `eq null` and `ne null` are ever true. */
function compareWithNull<R>({ read }: CompiledValue<R>, operator: Comparison): Predicate<R> {
  const isEmpty = (value: Scalar): boolean => value === null || value === '';
  if (operator === 'eq') return (record) => isEmpty(read(record));
  if (operator === 'ne') return (record) => !isEmpty(read(record));
  return () => false;
}

/** Text that compares without regard to case and to blanks at its end, as in the database. */
const fold = (text: string): string => (text.endsWith(' ') ? text.trimEnd() : text).toLowerCase();

function comparable<R>(value: CompiledValue<R>): CompiledValue<R> {
  if (value.type !== 'String') return value;
  if (typeof value.constant === 'string') {
    const constant = fold(value.constant);
    return { ...value, constant, read: () => constant };
  }
  return {
    ...value,
    read: (record) => {
      const text = value.read(record);
      return typeof text === 'string' ? fold(text) : text;
    },
  };
}

function compare<R>(
  left: CompiledValue<R>,
  right: CompiledValue<R>,
  test: (a: string | number | boolean, b: string | number | boolean) => boolean,
): Predicate<R> {
  const { constant } = right;
  const { read } = left;
  if (constant !== undefined && constant !== null)
    return (record) => {
      const value = read(record);
      return value !== null && test(value, constant);
    };
  return (record) => {
    const a = read(record);
    const b = right.read(record);
    return a !== null && b !== null && test(a, b);
  };
}
