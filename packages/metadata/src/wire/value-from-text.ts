import { NUMERIC_TYPES } from './wire-type.js';
import type { WireType } from './wire-type.js';
import { dateFromWire } from './wire-time.js';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const WHOLE = /^-?\d+$/;

/** What a text may be where a type takes one, for messages. */
const FORMS: ReadonlyMap<WireType, string> = new Map([
  ['Decimal', 'a number in decimal notation, such as 1234.5'],
  ['Double', 'a number in decimal notation, such as 1234.5'],
  ['Int', 'a whole number, such as 12'],
  ['Short', 'a whole number, such as 12'],
  ['Long', 'a whole number, such as 12'],
  ['Byte', 'a whole number, such as 12'],
  ['Boolean', 'true or false'],
  ['DateTime', 'a date in ISO form, such as 2026-03-31 or 2026-03-31T08:30:00Z'],
  ['Date', 'a day in ISO form, such as 2026-03-31'],
  ['DateOnly', 'a day in ISO form, such as 2026-03-31'],
  ['Guid', 'a GUID, such as 7d38e6f1-0000-4000-8000-0690322d016b'],
]);

/** What a type takes as text; undefined for types that take every text. */
export function textForm(type: WireType): string | undefined {
  return FORMS.get(type);
}

/**
 * The value that a text is for a field of this type: one rule for every way in. Decimal notation only for numbers, `true` and `false`
 * for booleans, ISO for dates, no blanks around any of them. Numbers stay text, so that no digit is lost.
 *
 * @returns undefined when the text is no value of the type; {@link textForm} says what would be
 */
export function valueFromText(text: string, type: WireType): string | boolean | undefined {
  if (!FORMS.has(type)) return text;
  if (type === 'Boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type === 'Guid') return GUID.test(text) ? text.toLowerCase() : undefined;
  if (type === 'DateTime') return dateFromWire(text) === undefined ? undefined : text;
  if (type === 'DateOnly' || type === 'Date')
    return text.length === 10 && dateFromWire(text) !== undefined ? text : undefined;
  const shape = NUMERIC_TYPES.has(type) && type !== 'Decimal' && type !== 'Double' ? WHOLE : DECIMAL;
  return shape.test(text) ? text : undefined;
}
