import { fieldText } from './field-text.js';
import type { FieldValue } from './stored-record.js';

const separator = '\u001f';

/** One key value as text that compares equal however it was padded or cased. */
function keyPart(value: FieldValue | undefined): string {
  return fieldText(value).trim().toUpperCase();
}

/** The text under which a record is found by its key values, in the order of the form's key fields. */
export function recordKey(values: readonly (FieldValue | undefined)[]): string {
  if (values.length === 1) return keyPart(values[0]);
  return values.map(keyPart).join(separator);
}

/** Whether every key value is there. */
export function isCompleteKey(values: readonly (FieldValue | undefined)[]): boolean {
  return values.length > 0 && values.every((value) => keyPart(value) !== '');
}
