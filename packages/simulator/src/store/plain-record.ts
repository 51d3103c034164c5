import type { FieldValue, StoredRecord } from './stored-record.js';

/** A record without wrappers: fields by name, linked records, rows as arrays; dates as the wire's text. */
export interface PlainRecord {
  readonly id: string;
  readonly note: string | null;
  readonly [member: string]: unknown;
}

const plainValue = (value: FieldValue): string | number | boolean | null =>
  typeof value === 'object' && value !== null ? Number(value.exact) : value;

/** Turns a stored record into a plain object that is safe to keep and to change. */
export function plainRecord(record: StoredRecord): PlainRecord {
  const plain: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of record.fields) plain[name] = plainValue(value);
  for (const [name, linked] of record.links) plain[name] = linked === null ? null : plainRecord(linked);
  for (const [name, rows] of record.details) plain[name] = rows.map(plainRecord);
  return { ...plain, id: record.id, note: record.note };
}
