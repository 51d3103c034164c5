import type { FieldValue, StoredRecord } from './stored-record.js';

/** A record without wrappers: fields by name, linked records, rows as arrays; dates as the wire's text. */
export interface PlainRecord {
  readonly id: string;
  readonly note: string | null;
  readonly [member: string]: unknown;
}

/** A value without its wire form; JSON of which nothing is known stays text. */
function plainValue(value: FieldValue): string | number | boolean | null {
  if (typeof value !== 'object' || value === null) return value;
  const number = Number(value.exact);
  return Number.isNaN(number) ? value.exact : number;
}

/** The fields of a record's own level as a plain object. */
export function plainFields(record: StoredRecord): Record<string, string | number | boolean | null> {
  return Object.fromEntries([...record.fields].map(([name, value]) => [name, plainValue(value)]));
}

/** Turns a stored record into a plain object that is safe to keep and to change. */
export function plainRecord(record: StoredRecord): PlainRecord {
  const links = [...record.links].map(([name, linked]) => [name, linked === null ? null : plainRecord(linked)]);
  const details = [...record.details].map(([name, rows]) => [name, rows.map(plainRecord)]);
  return {
    ...plainFields(record),
    ...Object.fromEntries([...links, ...details]),
    id: record.id,
    note: record.note,
  } as PlainRecord;
}
