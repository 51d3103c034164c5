/** What a literal or an expression is, as far as comparing goes. */
export type ValueKind = 'String' | 'Number' | 'Boolean' | 'DateTime' | 'Guid' | 'Null';

/** A value inside a filter; dates and guids are normalised text. */
export type Scalar = string | number | boolean | null;

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];

export const arithmetics = ['add', 'sub', 'mul', 'div', 'mod'] as const;
export type Arithmetic = (typeof arithmetics)[number];

export interface LiteralNode {
  readonly kind: 'literal';
  readonly type: ValueKind;
  /** Name of the literal's type in error messages. */
  readonly edm: string;
  readonly value: Scalar;
}

/** A member, or a member of a linked entity: `['MainContact', 'Email']`. */
export interface FieldNode {
  readonly kind: 'field';
  readonly path: readonly string[];
}

/** A field of the form that is not in the contract: `cf.Decimal(f='Document.CuryDocBal')`. */
export interface CustomFieldNode {
  readonly kind: 'custom';
  readonly type: string;
  readonly view: string;
  readonly field: string;
}

export interface CompareNode {
  readonly kind: 'compare';
  readonly operator: Comparison;
  readonly left: FilterNode;
  readonly right: FilterNode;
}

export interface InNode {
  readonly kind: 'in';
  readonly operand: FilterNode;
  readonly values: readonly LiteralNode[];
}

/** All of, or any of, two or more conditions. */
export interface LogicNode {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or';
  readonly operands: readonly FilterNode[];
}

export interface NotNode {
  readonly kind: 'not';
  readonly operand: FilterNode;
}

export interface ArithmeticNode {
  readonly kind: 'arithmetic';
  readonly operator: Arithmetic;
  readonly left: FilterNode;
  readonly right: FilterNode;
}

export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly FilterNode[];
}

/** A question to the rows that a navigation leads to: `SOLineCollection/any(x: x/LineNbr eq 2)`. */
export interface SomeNode {
  readonly kind: 'some';
  readonly operator: 'any' | 'all';
  /** Navigations from the record to the rows. */
  readonly path: readonly string[];
  /** What the condition calls a row; `undefined` for `any()`. */
  readonly variable: string | undefined;
  /** `undefined` for `any()`, which asks for any row at all. */
  readonly condition: FilterNode | undefined;
}

/** How many rows a navigation leads to: `SOLineCollection/$count`. */
export interface CountNode {
  readonly kind: 'count';
  readonly path: readonly string[];
}

/** A `$filter` as a tree. */
export type FilterNode =
  | LiteralNode
  | FieldNode
  | CustomFieldNode
  | CompareNode
  | InNode
  | LogicNode
  | NotNode
  | ArithmeticNode
  | CallNode
  | SomeNode
  | CountNode;
