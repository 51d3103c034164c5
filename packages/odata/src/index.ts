// Writing conditions
export { F } from './fields/f.js';
export type { FieldFactory } from './fields/f.js';
export { bindCondition } from './fields/bind-condition.js';
export { createFields } from './fields/create-fields.js';
export type { DescribeMember, MemberDescription } from './fields/describe-member.js';
export type { FieldOf, Fields, FieldsDialect } from './fields/fields.js';
export type { BooleanField } from './fields/boolean-field.js';
export type { DateField } from './fields/date-field.js';
export type { DetailField, OpaqueDetailField } from './fields/detail-field.js';
export type { EquatableField } from './fields/equatable-field.js';
export type { NumberField } from './fields/number-field.js';
export type { OrderedField } from './fields/ordered-field.js';
export type { StringField } from './fields/string-field.js';
export type { UntypedField, UntypedFields } from './fields/untyped-field.js';

// Values
export { Decimal, decimal } from './values/decimal.js';
export type { DateValue, FilterValue, NumericValue } from './values/filter-value.js';
export { Guid, guid } from './values/guid.js';
export { PlainDate } from './values/plain-date.js';
export { wireTypes } from './values/known-wire-type.js';
export type { KnownWireType } from './values/known-wire-type.js';

// Combining conditions
export { Condition } from './conditions/condition.js';
export { allOf } from './conditions/all-of.js';
export { anyOf } from './conditions/any-of.js';
export { not } from './conditions/not.js';
export { raw } from './conditions/raw.js';
export { conditionFrom } from './conditions/condition-from.js';
export type { ConditionInput } from './conditions/condition-from.js';
export type { Equality } from './conditions/equality.js';
export type { AndNode } from './nodes/and-node.js';
export type { ArithmeticNode, ArithmeticOperator } from './nodes/arithmetic-node.js';
export type { CallNode, FunctionName } from './nodes/call-node.js';
export type { ComparisonNode, ComparisonOperator } from './nodes/comparison-node.js';
export type { ConditionNode } from './nodes/condition-node.js';
export type { CustomFieldNode } from './nodes/custom-field-node.js';
export type { FieldNode } from './nodes/field-node.js';
export type { InNode } from './nodes/in-node.js';
export type { LiteralNode, LiteralType } from './nodes/literal-node.js';
export type { NotNode } from './nodes/not-node.js';
export type { OrNode } from './nodes/or-node.js';
export type { RawNode } from './nodes/raw-node.js';
export type { SomeNode } from './nodes/some-node.js';
export type { TestName, TextMatchNode } from './nodes/text-match-node.js';
export type { OperandNode } from './nodes/operand-node.js';

// Dialects and the compiler
export { contractDialect } from './dialects/contract-dialect.js';
export { contract5Dialect } from './dialects/contract5-dialect.js';
export { odataV3Dialect } from './dialects/odata-v3-dialect.js';
export { odataV4Dialect } from './dialects/odata-v4-dialect.js';
export type { Dialect, FunctionForm, Refusal } from './dialects/dialect.js';
export { compileFilter } from './compiler/compile-filter.js';
export { explainFilter } from './compiler/explain-filter.js';
export type { FilterExplanation } from './compiler/explain-filter.js';
export { filterLength } from './compiler/filter-length.js';
export { splitFilter } from './compiler/split-filter.js';
export { parseFilter } from './parser/parse-filter.js';
export type { Rewrite } from './compiler/notes.js';

// Query options and the URL
export { QueryOptions } from './query/query-options.js';
export type { QueryOptionsChanges, QueryOptionsInit } from './query/query-options.js';
export { encodeQuery } from './query/encode-query.js';
export type { QueryParams } from './query/encode-query.js';
