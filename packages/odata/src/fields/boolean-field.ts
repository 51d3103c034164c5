import type { EquatableField } from './equatable-field.js';

/** A yes or no: `c.Active.eq(true)`. It has no order. */
export interface BooleanField extends EquatableField<boolean> {
  /** Tells it from other fields; has no value. */
  readonly valueType?: 'boolean';
}
