import type { FilterDialect } from './filter-dialect.js';
import { FilterError, unsupported } from './filter-error.js';
import type { FilterNode, LiteralNode, SomeNode } from './filter-node.js';
import type { TokenReader } from './token-reader.js';

const constants: ReadonlyMap<string, LiteralNode> = new Map([
  ['true', { kind: 'literal', type: 'Boolean', edm: 'Edm.Boolean', value: true }],
  ['false', { kind: 'literal', type: 'Boolean', edm: 'Edm.Boolean', value: false }],
  ['null', { kind: 'literal', type: 'Null', edm: 'null', value: null }],
]);

/** Words that are operators and can never start an operand. */
const operators = new Set([
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'and',
  'or',
  'not',
  'add',
  'sub',
  'mul',
  'div',
  'mod',
  'in',
]);

/** A literal, a parenthesis, a field, a custom field or a call. */
export function parsePrimary(reader: TokenReader, dialect: FilterDialect, condition: () => FilterNode): FilterNode {
  const token = reader.peek();
  if (token.kind === 'literal') {
    reader.next();
    const { literal } = token;
    if (literal.type !== 'DateTime' || dialect.readDate === undefined) return literal;
    return { ...literal, value: dialect.readDate(literal.value) };
  }
  if (reader.takeSign('(')) {
    const inner = condition();
    reader.expectSign(')');
    return inner;
  }
  if (token.kind !== 'word' || operators.has(token.text)) throw reader.problem();
  reader.next();
  const isCall = reader.takeSign('(');
  const custom = /^cf\.(\w+)$/.exec(token.text)?.[1];
  if (isCall && custom !== undefined && dialect.customFields !== 'none') return parseCustom(custom, reader, dialect);
  if (isCall) return parseCall(token.text, reader, dialect, condition);
  return constants.get(token.text) ?? parsePath(token.text, reader, dialect, condition);
}

function parsePath(
  first: string,
  reader: TokenReader,
  { collections }: FilterDialect,
  condition: () => FilterNode,
): FilterNode {
  const path = [first];
  while (reader.takeSign('/')) {
    const token = reader.next();
    if (token.kind !== 'word') throw reader.problem();
    if (collections && token.text === '$count') return { kind: 'count', path };
    if (reader.takeSign('(')) {
      const operator = token.text.toLowerCase();
      if (!collections || (operator !== 'any' && operator !== 'all'))
        throw unsupported(`function '${token.text}' on a collection`);
      return { kind: 'some', operator, path, ...parseRowCondition(operator, reader, condition) };
    }
    path.push(token.text);
  }
  return { kind: 'field', path };
}

/** The rest of `any()` or `any(x: x/LineNbr eq 2)`. */
function parseRowCondition(
  operator: 'any' | 'all',
  reader: TokenReader,
  condition: () => FilterNode,
): Pick<SomeNode, 'variable' | 'condition'> {
  if (operator === 'any' && reader.takeSign(')')) return { variable: undefined, condition: undefined };
  const variable = reader.next();
  if (variable.kind !== 'word') throw reader.problem();
  reader.expectSign(':');
  const inner = condition();
  reader.expectSign(')');
  return { variable: variable.text, condition: inner };
}

/** `cf.String(f='View.Field')`, in contract 5 `cf.String('View.Field')`. */
function parseCustom(type: string, reader: TokenReader, dialect: FilterDialect): FilterNode {
  if (dialect.customFields === 'named') {
    if (reader.takeWord(['f']) === undefined) throw reader.problem();
    reader.expectSign('=');
  }
  const name = reader.next();
  if (name.kind !== 'literal' || typeof name.literal.value !== 'string') throw reader.problem();
  reader.expectSign(')');
  const [, view, field] = /^([^.]+)\.(.+)$/.exec(name.literal.value) ?? [];
  if (view === undefined || field === undefined)
    throw new FilterError(`The custom field '${name.literal.value}' is not of the form View.Field.`);
  return { kind: 'custom', type, view, field };
}

function parseCall(name: string, reader: TokenReader, dialect: FilterDialect, condition: () => FilterNode): FilterNode {
  if (dialect.refused.has(name)) throw unsupported(`function '${name}'`);
  if (!dialect.functions.has(name)) throw unknownFunction(name);
  const args: FilterNode[] = [];
  if (!reader.takeSign(')')) {
    do args.push(condition());
    while (reader.takeSign(','));
    reader.expectSign(')');
  }
  return { kind: 'call', name, args };
}

function unknownFunction(name: string): FilterError {
  const why = 'This may also be a function import or a key lookup on a navigation property, which is not allowed.';
  return new FilterError(`An unknown function with name '${name}' was found. ${why}`);
}
