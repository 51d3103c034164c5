import type { InquirySchema } from '../schema/odata-schema.js';
import { readValue } from '../wire/wire-value.js';
import type { WireRow } from '../wire/wire-row.js';

/** A row of an inquiry: values by column. */
export type InquiryRow = Readonly<Record<string, unknown>>;

/** `@odata.etag`, `Price@odata.type`; `odata.etag` in version 3. */
const ANNOTATION = /(^|@)odata\./;

/** A row as the program sees it: instants as `Date`, decimals as numbers, keys without the blanks they are padded with. */
export function inquiryRow(inquiry: InquirySchema, row: WireRow, decimals: 'number' | 'string'): InquiryRow {
  const entries = Object.entries(row).filter(([name]) => !ANNOTATION.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, columnValue(inquiry, name, value, decimals)]));
}

function columnValue(inquiry: InquirySchema, name: string, value: unknown, decimals: 'number' | 'string'): unknown {
  const column = Object.hasOwn(inquiry.members, name) ? inquiry.members[name] : undefined;
  if (column === undefined || typeof value === 'object') return value;
  if (typeof value === 'string' && column.type === 'String')
    return inquiry.keys.includes(name) ? value.trimEnd() : value;
  return readValue({ value }, column.type, decimals);
}
