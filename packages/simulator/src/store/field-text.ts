import type { FieldValue } from './stored-record.js';

/** A stored value as text; nothing is the empty text. */
export function fieldText(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.exact : String(value);
}
