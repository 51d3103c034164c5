import type { DateValue } from '../values/filter-value.js';
import type { NumberField } from './number-field.js';
import type { OrderedField } from './ordered-field.js';

/** A date, with or without a time. */
export interface DateField extends OrderedField<DateValue> {
  /** `c.Date.year().eq(2024)` → a range from the first of January on a contract endpoint, `year(Date) eq 2024` in OData v4. */
  year(): NumberField;
  /** `month(Date)`, 1 to 12 */
  month(): NumberField;
  /** `day(Date)`, 1 to 31 */
  day(): NumberField;
  /** `hour(Date)`, 0 to 23 */
  hour(): NumberField;
  /** `minute(Date)` */
  minute(): NumberField;
  /** `second(Date)` */
  second(): NumberField;
  /** The day without its time: `c.CreatedOn.date().eq('2024-12-31')`. */
  date(): DateField;
}
