import type { Condition } from '../conditions/condition.js';

/** What every field offers. `V` is what it is compared with. */
export interface EquatableField<V> {
  /** `c.Status.eq('Open')` → `Status eq 'Open'`; `null` stands for an empty field. */
  eq(value: V | EquatableField<V> | null): Condition;
  /** `c.Status.ne('Open')` → `Status ne 'Open'`; as in a database, a record whose field is empty does not satisfy it. */
  ne(value: V | EquatableField<V> | null): Condition;
  /** `c.Status.in(['Open', 'Hold'])` → `Status eq 'Open' or Status eq 'Hold'`. @throws {AcumaticaQueryError} when the list is empty. */
  in(values: readonly (V | null)[]): Condition;
  /** `c.Email.isNull()` → `Email eq null` */
  isNull(): Condition;
  /** `c.Email.isNotNull()` → `Email ne null` */
  isNotNull(): Condition;
}
