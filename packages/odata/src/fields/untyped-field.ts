import type { Condition } from '../conditions/condition.js';
import type { FilterValue } from '../values/filter-value.js';
import type { EquatableField } from './equatable-field.js';

/** A value, or a field, on the other side of an untyped field. */
type UntypedOperand = FilterValue | UntypedField | EquatableField<never>;

/** A field of which nothing is known: it offers everything, and what does not suit fails in the ERP or in the compiler. */
export interface UntypedField {
  eq(value: UntypedOperand | null): Condition;
  ne(value: UntypedOperand | null): Condition;
  gt(value: UntypedOperand): Condition;
  ge(value: UntypedOperand): Condition;
  lt(value: UntypedOperand): Condition;
  le(value: UntypedOperand): Condition;
  in(values: readonly (FilterValue | null)[]): Condition;
  isNull(): Condition;
  isNotNull(): Condition;
  contains(text: UntypedOperand): Condition;
  startsWith(text: UntypedOperand): Condition;
  endsWith(text: UntypedOperand): Condition;
  toLower(): UntypedField;
  toUpper(): UntypedField;
  trim(): UntypedField;
  length(): UntypedField;
  indexOf(text: UntypedOperand): UntypedField;
  substring(start: number, length?: number): UntypedField;
  concat(text: UntypedOperand): UntypedField;
  replace(search: string, replacement: string): UntypedField;
  year(): UntypedField;
  month(): UntypedField;
  day(): UntypedField;
  hour(): UntypedField;
  minute(): UntypedField;
  second(): UntypedField;
  date(): UntypedField;
  round(): UntypedField;
  floor(): UntypedField;
  ceiling(): UntypedField;
  add(value: UntypedOperand): UntypedField;
  sub(value: UntypedOperand): UntypedField;
  mul(value: UntypedOperand): UntypedField;
  div(value: UntypedOperand): UntypedField;
  mod(value: UntypedOperand): UntypedField;
  /** At least one row of a detail collection satisfies the condition. */
  some(build: (row: UntypedFields) => Condition): Condition;
}

/**
 * Fields by any name: `F.Status`, `F.MainContact.Address.City`, or `F('MainContact/Address/City')`.
 *
 * Members are `any`, since with `noUncheckedIndexedAccess` a typed index signature would make every `F.Status`
 * possibly undefined. The call form is typed.
 */
export interface UntypedFields {
  (path: string): UntypedField;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the reason stands in the doc comment
  readonly [name: string]: any;
}
