import type { FilterDialect } from './filter-dialect.js';
import { FilterError, unsupported } from './filter-error.js';
import { arithmetics, comparisons } from './filter-node.js';
import type { FilterNode, LiteralNode } from './filter-node.js';
import { parsePrimary } from './parse-primary.js';
import { TokenReader } from './token-reader.js';
import { tokenizeFilter } from './tokenize-filter.js';

const sums = arithmetics.slice(0, 2);
const products = arithmetics.slice(2);

/**
 * Reads the text of a `$filter`. From weakest to strongest: `or`, `and`, comparison, `add sub`, `mul div mod`, `not -`.
 *
 * @throws FilterError with the answer of the ERP.
 */
export function parseFilter(text: string, dialect: FilterDialect): FilterNode {
  try {
    const reader = new TokenReader(text, tokenizeFilter(text, dialect));
    const tree = new FilterParser(reader, dialect).condition();
    if (reader.peek().kind !== 'end') throw reader.problem();
    return tree;
  } catch (error) {
    if (!(error instanceof FilterError) || error.status === dialect.errorStatus) throw error;
    throw new FilterError(error.message, error.exceptionType, dialect.errorStatus);
  }
}

/** One pass over the tokens of a filter; a method a level of the grammar. */
class FilterParser {
  constructor(
    readonly reader: TokenReader,
    readonly dialect: FilterDialect,
  ) {}

  condition(): FilterNode {
    return this.reader.deeper(() => this.#chain('or', () => this.#chain('and', () => this.#comparison())));
  }

  #chain(operator: 'and' | 'or', operand: () => FilterNode): FilterNode {
    const first = operand();
    const operands = [first];
    while (this.reader.takeWord([operator]) !== undefined) operands.push(operand());
    return operands.length === 1 ? first : { kind: 'logic', operator, operands };
  }

  #comparison(): FilterNode {
    const left = this.#arithmetic(sums, () => this.#product());
    const operator = this.reader.takeWord(comparisons);
    if (operator !== undefined)
      return { kind: 'compare', operator, left, right: this.#arithmetic(sums, () => this.#product()) };
    if (this.dialect.in && this.reader.takeWord(['in']) !== undefined) return this.#in(left);
    return left;
  }

  #in(operand: FilterNode): FilterNode {
    this.reader.expectSign('(');
    const values: LiteralNode[] = [];
    do {
      const value = this.#unary();
      if (value.kind !== 'literal') throw this.reader.problem();
      values.push(value);
    } while (this.reader.takeSign(','));
    this.reader.expectSign(')');
    return { kind: 'in', operand, values };
  }

  #product(): FilterNode {
    return this.#arithmetic(products, () => this.#unary());
  }

  #arithmetic(operators: readonly (typeof arithmetics)[number][], operand: () => FilterNode): FilterNode {
    const left = operand();
    const operator = this.reader.takeWord(operators);
    if (operator === undefined) return left;
    if (!this.dialect.arithmetic) throw unsupported(`operator '${operator}'`);
    return this.#moreArithmetic({ kind: 'arithmetic', operator, left, right: operand() }, operators, operand);
  }

  #moreArithmetic(
    left: FilterNode,
    operators: readonly (typeof arithmetics)[number][],
    operand: () => FilterNode,
  ): FilterNode {
    return this.reader.deeper(() => {
      const operator = this.reader.takeWord(operators);
      if (operator === undefined) return left;
      return this.#moreArithmetic({ kind: 'arithmetic', operator, left, right: operand() }, operators, operand);
    });
  }

  #unary(): FilterNode {
    if (this.reader.takeWord(['not']) !== undefined)
      return { kind: 'not', operand: this.reader.deeper(() => this.#unary()) };
    if (this.reader.takeSign('-')) return negated(this.reader.deeper(() => this.#unary()));
    return parsePrimary(this.reader, this.dialect, () => this.condition());
  }
}

function negated(operand: FilterNode): FilterNode {
  if (operand.kind === 'literal' && typeof operand.value === 'number') return { ...operand, value: -operand.value };
  const zero: LiteralNode = { kind: 'literal', type: 'Number', edm: 'Edm.Int32', value: 0 };
  return { kind: 'arithmetic', operator: 'sub', left: zero, right: operand };
}
