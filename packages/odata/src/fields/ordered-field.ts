import type { Condition } from '../conditions/condition.js';
import type { EquatableField } from './equatable-field.js';

/** What fields with an order offer: texts, numbers and dates. An empty field is neither above nor below anything. */
export interface OrderedField<V> extends EquatableField<V> {
  /** `c.OrderTotal.gt(5000)` → `OrderTotal gt 5000` */
  gt(value: V | EquatableField<V>): Condition;
  /** `c.OrderTotal.ge(5000)` → `OrderTotal ge 5000` */
  ge(value: V | EquatableField<V>): Condition;
  /** `c.OrderTotal.lt(5000)` → `OrderTotal lt 5000` */
  lt(value: V | EquatableField<V>): Condition;
  /** `c.OrderTotal.le(5000)` → `OrderTotal le 5000` */
  le(value: V | EquatableField<V>): Condition;
}
