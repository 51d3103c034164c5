import type { FieldType } from '../schema/schema-model.js';
import type { CustomFieldValue, EditableRecord, FieldValue, StoredRecord } from '../store/stored-record.js';
import type { RuleWorld } from './entity-rules.js';

/** A field as a number; 0 when it is empty. */
export function amountOf({ fields }: StoredRecord, name: string): number {
  const value = fields.get(name);
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null ? Number(value.exact) : 0;
}

/** A field as text; empty text when it is empty. */
export function textOf({ fields }: StoredRecord, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

/** Whether a check box is set. */
export function flagOf({ fields }: StoredRecord, name: string): boolean {
  return fields.get(name) === true;
}

/** Sets several fields. */
export function setFields(record: EditableRecord, values: Readonly<Record<string, FieldValue>>): void {
  for (const [name, value] of Object.entries(values)) record.fields.set(name, value);
}

/** Sets a field of the form that is not in the contract. */
export function setCustom(record: EditableRecord, path: string, type: FieldType, value: FieldValue): void {
  const [view = '', field = ''] = path.split('.');
  record.custom ??= new Map();
  const fields = record.custom.get(view) ?? new Map<string, CustomFieldValue>();
  record.custom.set(view, fields.set(field, { type: `Custom${type}Field`, value }));
}

/** The rows of a collection; those of a record in the making can be changed. */
export function rowsOf(record: EditableRecord, name: string): readonly EditableRecord[];
export function rowsOf(record: StoredRecord, name: string): readonly StoredRecord[];
export function rowsOf({ details }: StoredRecord, name: string): readonly StoredRecord[] {
  return details.get(name) ?? [];
}

/** Puts a row with these values at the end of a collection. */
export function addRow(
  world: RuleWorld,
  record: EditableRecord,
  collection: string,
  values: Readonly<Record<string, FieldValue>>,
): EditableRecord {
  const row = world.create();
  setFields(row, values);
  record.details.set(collection, [...rowsOf(record, collection), row]);
  return row;
}

/** The linked entity of that name, made when there is none. */
export function linkOf(world: RuleWorld, record: EditableRecord, name: string): EditableRecord {
  const known = record.links.get(name);
  if (known !== undefined && known !== null) return known;
  const made = world.create();
  record.links.set(name, made);
  return made;
}

/** Rounded to cents, half away from zero. */
export function toCents(amount: number): number {
  return (Math.sign(amount) * Math.round(Math.abs(amount) * 100 + 1e-7)) / 100;
}

/** The sum of a field over rows, in cents. */
export function sumOf(rows: readonly StoredRecord[], name: string): number {
  return toCents(rows.reduce((sum, row) => sum + amountOf(row, name), 0));
}

/** Changes a copy of a record and stores it in place of the old one; does nothing when there is none. */
export function edit(
  world: RuleWorld,
  entity: string,
  keys: readonly FieldValue[],
  change: (record: EditableRecord) => void,
): void {
  const copy = world.edit(entity, ...keys);
  if (copy === undefined) return;
  change(copy);
  world.save(entity, copy);
}

/** A wire date so many days later. */
export function addDays(date: string, days: number): string {
  const at = new Date(Date.parse(date) + days * 86_400_000);
  return `${at.toISOString().slice(0, 10)}T00:00:00+00:00`;
}

/** A date as some forms show it in text fields: `12/14/2023 19:57:08`. */
export function americanTime(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${month}/${day}/${year} ${date.slice(11, 19)}`;
}
