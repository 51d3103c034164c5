import type { FieldType } from '../schema/schema-model.js';
import { compileArithmetic } from './compile-arithmetic.js';
import { compileCall } from './compile-call.js';
import type { CompiledValue } from './compiled-value.js';
import type { FieldAccess, FieldSource, RowAccess } from './field-access.js';
import { comparableDate } from './filter-date.js';
import type { FilterDialect } from './filter-dialect.js';
import { FilterError, unsupported } from './filter-error.js';
import type { FilterNode, ValueKind } from './filter-node.js';

/** What compiling needs to know. */
export interface CompileContext<R> extends FieldSource<R> {
  readonly dialect: FilterDialect;
}

const kinds: Readonly<Record<FieldType, [ValueKind, string]>> = {
  String: ['String', 'Edm.String'],
  Boolean: ['Boolean', 'Edm.Boolean'],
  Byte: ['Number', 'Edm.Byte'],
  Short: ['Number', 'Edm.Int16'],
  Int: ['Number', 'Edm.Int32'],
  Long: ['Number', 'Edm.Int64'],
  Decimal: ['Number', 'Edm.Decimal'],
  Double: ['Number', 'Edm.Double'],
  DateTime: ['DateTime', 'Edm.DateTimeOffset'],
  Guid: ['Guid', 'Edm.Guid'],
};

/** Compiles an expression that gives a value. @throws FilterError when it cannot give one. */
export function compileValue<R>(node: FilterNode, context: CompileContext<R>): CompiledValue<R> {
  switch (node.kind) {
    case 'literal':
      return { type: node.type, edm: node.edm, constant: node.value, read: () => node.value };
    case 'field':
    case 'custom':
      return compileField(context.resolve(node), context.dialect);
    case 'arithmetic':
      return compileArithmetic(
        node.operator,
        compileValue(node.left, context),
        compileValue(node.right, context),
        context.dialect,
      );
    case 'call':
      return compileCall(
        node.name,
        node.args.map((arg) => compileValue(arg, context)),
      );
    case 'count': {
      const { rows } = rowsBehind(node.path, undefined, context);
      return { type: 'Number', edm: 'Edm.Int32', read: (record) => rows(record).length };
    }
    case 'some':
    case 'compare':
    case 'in':
    case 'logic':
    case 'not':
      throw new FilterError('A condition cannot be an operand of another operator in the $filter expression.');
  }
}

/** The rows a navigation leads to. @throws FilterError where there are none to lead to. */
export function rowsBehind<R>(
  path: readonly string[],
  variable: string | undefined,
  { follow }: FieldSource<R>,
): RowAccess<R> {
  if (follow === undefined) throw unsupported(`path '${path.join('/')}' to a collection`);
  return follow(path, variable);
}

function compileField<R>({ type, read }: FieldAccess<R>, { dateType }: FilterDialect): CompiledValue<R> {
  const [kind, edm] = kinds[type];
  if (kind === 'Number') return { type: kind, edm, read: (record) => numberOf(read(record)) };
  if (kind === 'DateTime')
    return {
      type: kind,
      edm: dateType,
      read: (record) => {
        const value = read(record);
        return typeof value === 'string' ? comparableDate(value) : null;
      },
    };
  return {
    type: kind,
    edm,
    read: (record) => {
      const value = read(record);
      return value === undefined || typeof value === 'object' ? null : value;
    },
  };
}

function numberOf(value: ReturnType<FieldAccess<unknown>['read']>): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null) return Number(value.exact);
  return null;
}
