import type { Decimal } from './decimal.js';
import type { Guid } from './guid.js';
import type { PlainDate } from './plain-date.js';

/** What a number is compared with; text and {@link Decimal} keep every digit. */
export type NumericValue = number | bigint | Decimal | `${number}`;

/** What a date is compared with: an instant, a day, `'YYYY-MM-DD'`, or an ISO text with its zone. */
export type DateValue = Date | PlainDate | string;

/** Everything that a filter can hold as a literal, besides `null`. */
export type FilterValue = string | number | bigint | boolean | Date | PlainDate | Guid | Decimal;
