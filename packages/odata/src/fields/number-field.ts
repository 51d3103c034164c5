import type { NumericValue } from '../values/filter-value.js';
import type { EquatableField } from './equatable-field.js';
import type { OrderedField } from './ordered-field.js';

/** A number to calculate with: given, or the number of another field. */
type NumberOperand = NumericValue | EquatableField<NumericValue>;

/** A number. */
export interface NumberField extends OrderedField<NumericValue> {
  /** `c.Total.add(c.Tax).gt(100)` → `Total add Tax gt 100` */
  add(value: NumberOperand): NumberField;
  /** `Total sub 5` */
  sub(value: NumberOperand): NumberField;
  /** `Qty mul Price` */
  mul(value: NumberOperand): NumberField;
  /** `Total div 2` */
  div(value: NumberOperand): NumberField;
  /** `Qty mod 12` */
  mod(value: NumberOperand): NumberField;
  /** `round(Total)` */
  round(): NumberField;
  /** `floor(Total)` */
  floor(): NumberField;
  /** `ceiling(Total)` */
  ceiling(): NumberField;
}
