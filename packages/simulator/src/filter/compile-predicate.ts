import { compileComparison, compileIn } from './compile-comparison.js';
import { compileValue, rowsBehind } from './compile-value.js';
import type { CompileContext } from './compile-value.js';
import type { FieldResolver, FieldSource } from './field-access.js';
import type { FilterDialect } from './filter-dialect.js';
import { FilterError, unsupported } from './filter-error.js';
import type { FilterNode, SomeNode } from './filter-node.js';

/** Says of a record whether a filter takes it. */
export type Predicate<R> = (record: R) => boolean;

/**
 * Compiles a filter to closures, once, so that it can run over many records. Values compare as in the ERP's database:
 * text without regard to case, and a condition on an empty field is never true, negated or not, save `eq null`.
 *
 * @throws FilterError with the answer of the ERP: unknown fields, operands of different types, conditions it refuses.
 */
export function compilePredicate<R>(
  tree: FilterNode,
  fields: FieldResolver<R> | FieldSource<R>,
  dialect: FilterDialect,
): Predicate<R> {
  const source = typeof fields === 'function' ? { resolve: fields } : fields;
  try {
    return compileCondition(tree, { ...source, dialect }, false);
  } catch (error) {
    if (!(error instanceof FilterError) || dialect.errorStatus === 500) throw error;
    throw new FilterError(error.message, error.exceptionType, dialect.errorStatus);
  }
}

/** `negated` conditions are compiled as such: "not" of a condition on an empty field is not true either. */
function compileCondition<R>(node: FilterNode, context: CompileContext<R>, negated: boolean): Predicate<R> {
  switch (node.kind) {
    case 'logic': {
      const operands = node.operands.map((operand) => compileCondition(operand, context, negated));
      return (node.operator === 'and') === negated ? anyOf(operands) : allOf(operands);
    }
    case 'not':
      if (node.operand.kind === 'call' && !context.dialect.negatesCalls)
        throw unsupported(`operator 'not' before the function '${node.operand.name}'`);
      return compileCondition(node.operand, context, !negated);
    case 'compare':
      return compileComparison(node, context, negated);
    case 'in':
      return compileIn(node, context, negated);
    case 'some':
      return compileSome(node, context, negated);
    case 'literal':
    case 'count':
    case 'field':
    case 'custom':
    case 'arithmetic':
    case 'call':
      return compileBoolean(node, context, negated);
  }
}

function compileSome<R>(node: SomeNode, context: CompileContext<R>, negated: boolean): Predicate<R> {
  const { path, variable, condition, operator } = node;
  const { rows, fields } = rowsBehind(path, variable, context);
  if (condition === undefined) return (record) => rows(record).length > 0 !== negated;
  const passes = compileCondition(condition, { ...fields, dialect: context.dialect }, false);
  if (operator === 'any') return (record) => rows(record).some(passes) !== negated;
  return (record) => rows(record).every(passes) !== negated;
}

function compileBoolean<R>(node: FilterNode, context: CompileContext<R>, negated: boolean): Predicate<R> {
  const { type, read } = compileValue(node, context);
  if (type !== 'Boolean') throw new FilterError('The $filter expression must evaluate to a single boolean value.');
  return (record) => read(record) === !negated;
}

function allOf<R>(operands: readonly Predicate<R>[]): Predicate<R> {
  return (record) => {
    for (const operand of operands) if (!operand(record)) return false;
    return true;
  };
}

function anyOf<R>(operands: readonly Predicate<R>[]): Predicate<R> {
  return (record) => {
    for (const operand of operands) if (operand(record)) return true;
    return false;
  };
}
