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

/** Whether a row says which record it is, so that sending it twice cannot make two of them. */
export function isIdentified(target: object, row: WireRow): boolean {
  if (typeof row.id === 'string') return true;
  const keys = entityMetadata(target).keys ?? [];
  return keys.length > 0 && keys.every((key) => hasValue(row[key]));
}

function hasValue(cell: unknown): boolean {
  const value = isRow(cell) ? rawValue(cell) : undefined;
  return value !== undefined && value !== null && value !== '' && value !== '<NEW>';
}
