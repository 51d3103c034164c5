import type { Dialect } from '../dialects/dialect.js';
import { andNode } from '../nodes/and-node.js';
import { arithmeticNode } from '../nodes/arithmetic-node.js';
import type { ArithmeticOperator } from '../nodes/arithmetic-node.js';
import { callNode } from '../nodes/call-node.js';
import { comparisonNode } from '../nodes/comparison-node.js';
import type { ComparisonOperator } from '../nodes/comparison-node.js';
import type { ConditionNode } from '../nodes/condition-node.js';
import { customFieldNode } from '../nodes/custom-field-node.js';
import { fieldNode } from '../nodes/field-node.js';
import { inNode } from '../nodes/in-node.js';
import { booleanLiteral } from '../nodes/literal-node.js';
import type { LiteralNode } from '../nodes/literal-node.js';
import { maxNesting, nestingError } from '../nodes/nesting.js';
import { notNode } from '../nodes/not-node.js';
import type { OperandNode } from '../nodes/operand-node.js';
import { orNode } from '../nodes/or-node.js';
import { someNode } from '../nodes/some-node.js';
import { textMatchNode } from '../nodes/text-match-node.js';
import { wireTypes } from '../values/known-wire-type.js';
import { functionFromWire, sameFunctionIn, takes } from './function-names.js';
import { literalFromToken } from './literal-from-token.js';
import { syntaxError } from './syntax-error.js';
import type { Token } from './token.js';
import { TokenStream } from './token-stream.js';

type Parsed = ConditionNode | OperandNode;

const comparisons: ReadonlySet<string> = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const sums: ReadonlySet<string> = new Set(['add', 'sub']);
const products: ReadonlySet<string> = new Set(['mul', 'div', 'mod']);

/**
 * Reads filter text by the precedence of OData: `or`, `and`, `eq ne`, `gt ge lt le`, `add sub`, `mul div mod`, `not`.
 * Conditions and values share parentheses, so each level gives either, and checks what it is given.
 */
export class FilterParser {
  readonly #tokens: TokenStream;
  readonly #dialect: Dialect;
  /** Variables of the detail rows around, as the text calls them, and as the tree does. */
  readonly #rows: [string, string][] = [];
  #depth = 0;

  constructor(tokens: readonly Token[], dialect: Dialect) {
    this.#tokens = new TokenStream(tokens);
    this.#dialect = dialect;
  }

  /** The whole text as one condition. @throws {AcumaticaQueryError} with the position where it cannot be read */
  parse(): ConditionNode {
    const node = this.#condition();
    const rest = this.#tokens.peek();
    if (rest.kind !== 'end') throw syntaxError(rest, '"and", "or" or the end of the filter');
    return node;
  }

  #condition(): ConditionNode {
    const start = this.#tokens.peek();
    return asCondition(this.#or(), start);
  }

  #or(): Parsed {
    return this.#junction('or', orNode, () => this.#junction('and', andNode, () => this.#equality()));
  }

  #junction(word: string, join: (parts: ConditionNode[]) => ConditionNode, part: () => Parsed): Parsed {
    const start = this.#tokens.peek();
    const first = part();
    if (!this.#tokens.is(word)) return first;
    const parts = [asCondition(first, start)];
    while (this.#tokens.take(word)) {
      const next = this.#tokens.peek();
      parts.push(asCondition(part(), next));
    }
    return join(parts);
  }

  #equality(): Parsed {
    const start = this.#tokens.peek();
    const left = this.#sum();
    const word = this.#tokens.peek();
    if (this.#tokens.is('in') && isOperand(left)) return this.#list(left);
    if (word.kind !== 'name' || !comparisons.has(word.text)) return left;
    this.#tokens.next();
    const rightStart = this.#tokens.peek();
    const right = this.#sum();
    const operator = word.text as ComparisonOperator;
    const tested = testedBoolean(left, operator, right) ?? testedBoolean(right, operator, left);
    if (tested) return tested;
    return comparisonNode(operator, asOperand(left, start), asOperand(right, rightStart));
  }

  #list(operand: OperandNode): ConditionNode {
    this.#tokens.expect('in');
    this.#tokens.expect('(');
    const values: LiteralNode[] = [];
    do {
      const token = this.#tokens.next();
      const literal = literalFromToken(token, this.#dialect);
      if (!literal) throw syntaxError(token, 'a value');
      values.push(literal);
    } while (this.#tokens.take(','));
    this.#tokens.expect(')', '"," or ")"');
    return inNode(operand, values);
  }

  #sum(): Parsed {
    return this.#arithmetic(sums, () => this.#arithmetic(products, () => this.#unary()));
  }

  #arithmetic(operators: ReadonlySet<string>, part: () => Parsed): Parsed {
    const start = this.#tokens.peek();
    let left = part();
    for (let word = this.#tokens.peek(); word.kind === 'name' && operators.has(word.text); word = this.#tokens.peek()) {
      this.#tokens.next();
      const next = this.#tokens.peek();
      left = arithmeticNode(word.text as ArithmeticOperator, asOperand(left, start), asOperand(part(), next));
    }
    return left;
  }

  #unary(): Parsed {
    if (!this.#tokens.is('not') || this.#tokens.is('/', 1)) return this.#primary();
    return this.#nested(() => {
      this.#tokens.next();
      const start = this.#tokens.peek();
      const condition = asCondition(this.#unary(), start);
      const word = this.#tokens.peek();
      if (comparisons.has(word.text))
        throw syntaxError(word, '"and", "or" or the end: write not (…) around a comparison');
      return notNode(condition);
    });
  }

  #primary(): Parsed {
    const token = this.#tokens.peek();
    if (this.#tokens.take('(')) {
      const inner = this.#nested(() => this.#or());
      this.#tokens.expect(')', '"and", "or" or ")"');
      return inner;
    }
    const literal = literalFromToken(token, this.#dialect);
    if (literal) {
      this.#tokens.next();
      return literal;
    }
    if (token.kind !== 'name') throw syntaxError(token, 'a field, a value, a function or "("');
    if (this.#tokens.is('(', 1)) return this.#call(this.#tokens.next());
    if (token.text === 'cf' && this.#tokens.is('.', 1)) return this.#customField();
    return this.#path();
  }

  #call(token: Token): Parsed {
    const name = functionFromWire(token.text, this.#dialect);
    if (!name) {
      const same = sameFunctionIn(this.#dialect, token.text);
      throw syntaxError(
        token,
        same ? `${same}(), as ${this.#dialect.server} calls it` : `a function of ${this.#dialect.server}`,
      );
    }
    this.#tokens.expect('(');
    const args: OperandNode[] = [];
    do {
      const start = this.#tokens.peek();
      args.push(
        asOperand(
          this.#nested(() => this.#sum()),
          start,
        ),
      );
    } while (this.#tokens.take(','));
    this.#tokens.expect(')', '"," or ")"');
    if (!takes(name, args.length)) throw syntaxError(token, `${token.text}() with another number of arguments`);
    if (name !== 'contains' && name !== 'startsWith' && name !== 'endsWith') return callNode(name, args);
    const form = this.#dialect.functions[name];
    const [text, part] = ('needleFirst' in form ? [...args].reverse() : args) as [OperandNode, OperandNode];
    return textMatchNode(name, text, part);
  }

  #customField(): OperandNode {
    this.#tokens.expect('cf');
    this.#tokens.expect('.');
    const typeToken = this.#tokens.expectKind('name', 'a type such as String');
    const type = wireTypes.find((name) => name === typeToken.text);
    if (!type) throw syntaxError(typeToken, `one of ${wireTypes.join(', ')}`);
    this.#tokens.expect('(');
    if (this.#tokens.take('f')) this.#tokens.expect('=');
    const name = this.#tokens.expectKind('string', "'View.Field' in quotes");
    this.#tokens.expect(')');
    const [view, field, ...rest] = name.text.slice(1, -1).replaceAll("''", "'").split('.');
    if (!view || !field || rest.length > 0) throw syntaxError(name, "'View.Field' in quotes");
    return customFieldNode(type, view, field);
  }

  #path(): Parsed {
    const names = [this.#tokens.expectKind('name', 'a field').text];
    while (this.#tokens.take('/')) {
      const token = this.#tokens.expectKind('name', 'a field');
      if (this.#tokens.is('(') && (token.text === 'any' || token.text === 'all')) return this.#some(names, token);
      names.push(token.text);
    }
    const { row, path } = this.#rowOf(names);
    return fieldNode(path, undefined, row);
  }

  #some(names: readonly string[], word: Token): ConditionNode {
    const { row: outerRow, path } = this.#rowOf(names);
    const row = `d${this.#rows.length + 1}`;
    this.#tokens.expect('(');
    const variable = this.#tokens.expectKind('name', 'a variable for the row').text;
    this.#tokens.expect(':');
    this.#rows.push([variable, row]);
    const condition = this.#nested(() => this.#condition());
    this.#rows.pop();
    this.#tokens.expect(')', '"and", "or" or ")"');
    if (word.text === 'any') return someNode(path, row, condition, outerRow);
    return notNode(someNode(path, row, notNode(condition), outerRow));
  }

  #rowOf(names: readonly string[]): { readonly row: string | undefined; readonly path: readonly string[] } {
    const [first, ...rest] = names;
    const row = this.#rows.findLast(([variable]) => variable === first)?.[1];
    return (row !== undefined || first === '$it') && rest.length > 0
      ? { row, path: rest }
      : { row: undefined, path: names };
  }

  #nested<R>(work: () => R): R {
    this.#depth += 1;
    if (this.#depth > maxNesting) throw nestingError();
    const result = work();
    this.#depth -= 1;
    return result;
  }
}

function isOperand(node: Parsed): node is OperandNode {
  return operandKinds.has(node.kind);
}

const operandKinds: ReadonlySet<string> = new Set<OperandNode['kind']>([
  'field',
  'customField',
  'literal',
  'call',
  'arithmetic',
]);

/** A field alone is a condition too: `Active and Total gt 5`. */
function asCondition(node: Parsed, start: Token): ConditionNode {
  if (!isOperand(node)) return node;
  if (node.kind === 'field' || node.kind === 'customField') return comparisonNode('eq', node, booleanLiteral(true));
  throw syntaxError(start, 'a condition');
}

function asOperand(node: Parsed, start: Token): OperandNode {
  if (isOperand(node)) return node;
  throw syntaxError(start, 'a field or a value');
}

/** A condition compared with `true` or `false` is the condition itself, or its opposite. */
function testedBoolean(node: Parsed, operator: ComparisonOperator, other: Parsed): ConditionNode | undefined {
  if (isOperand(node) || other.kind !== 'literal' || other.type !== 'boolean') return undefined;
  if (operator !== 'eq' && operator !== 'ne') return undefined;
  return (operator === 'eq') === other.value ? node : notNode(node);
}
