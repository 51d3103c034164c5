import type { InquirySchema } from '../schema/odata-schema.js';
import { readValue } from '../wire/wire-value.js';
import { isRow } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import type { RowsOfType } from './describe-column.js';

/** A row of an inquiry: values by column. */
export type InquiryRow = Readonly<Record<string, unknown>>;

/** How rows are read. */
export interface RowReading {
  readonly decimals: 'number' | 'string';
  readonly rowsOfType: RowsOfType;
  /** Any text may be padded with blanks, and not keys alone. */
  readonly isPadded: boolean;
}

/** `@odata.etag`, `Price@odata.type`; `odata.etag` in version 3. */
const ANNOTATION = /(^|@)odata\./;

/** A row as the program sees it: instants as `Date`, decimals as numbers, texts without the blanks they are padded with. */
export function inquiryRow(inquiry: InquirySchema, row: WireRow, reading: RowReading): InquiryRow {
  const entries = Object.entries(row).filter(([name]) => !ANNOTATION.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, columnValue(inquiry, name, value, reading)]));
}

function columnValue(inquiry: InquirySchema, name: string, value: unknown, reading: RowReading): unknown {
  const column = own(inquiry.members, name);
  if (column === undefined || typeof value === 'object') return rowsBehind(inquiry, name, value, reading);
  if (typeof value === 'string' && column.type === 'String')
    return reading.isPadded || inquiry.keys.includes(name) ? value.trimEnd() : value;
  return readValue({ value }, column.type, reading.decimals);
}

/** Rows that a row leads to, in the same form. */
function rowsBehind({ navigation }: InquirySchema, name: string, value: unknown, reading: RowReading): unknown {
  const way = own(navigation, name);
  const target = way && reading.rowsOfType(way.type);
  if (target === undefined) return value;
  if (Array.isArray(value)) return value.filter(isRow).map((row) => inquiryRow(target, row, reading));
  return isRow(value) ? inquiryRow(target, value, reading) : value;
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
