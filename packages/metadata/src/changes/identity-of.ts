import { entityMetadata } from '../model/entity-metadata.js';
import { isRow } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue } from '../wire/wire-value.js';

/** The id of a row, else those of its keys that it has: what a body needs so that the server finds the record. */
export function identityOf(target: object, row: WireRow): WireRow {
  if (typeof row.id === 'string') return { id: row.id };
  const keys = entityMetadata(target).keys ?? [];
  return Object.fromEntries(keys.flatMap((key) => (hasValue(row[key]) ? [[key, { value: rawValue(row[key]) }]] : [])));
}

/** Whether a row says which record it is. A form that numbers its records need not keep the keys that it is given. */
export function isIdentified(target: object, row: WireRow): boolean {
  return typeof row.id === 'string' || keyTexts(target, row) !== undefined;
}

/** The keys of a row in the order of the form, as texts; undefined where one is missing, or left to the ERP's numbering. */
export function keyTexts(target: object, row: WireRow): readonly string[] | undefined {
  const keys = entityMetadata(target).keys ?? [];
  if (keys.length === 0 || !keys.every((key) => hasValue(row[key]))) return undefined;
  return keys.map((key) => String(rawValue(row[key])));
}

function hasValue(cell: unknown): boolean {
  const value = isRow(cell) ? rawValue(cell) : undefined;
  if (value === undefined || value === null) return false;
  return typeof value !== 'string' || !/^\s*(<\s*new\s*>\s*)?$/i.test(value);
}
