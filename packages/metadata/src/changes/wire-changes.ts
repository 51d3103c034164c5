import { AcumaticaValidationError } from '@acurecord/errors';
import { isTranslationList } from '../wire/translations.js';
import type { WireRow } from '../wire/wire-row.js';
import { bodyValue, rawValue } from '../wire/wire-value.js';
import type { DetailRowChange, FieldChange, RowChanges } from './row-changes.js';

/**
 * Changes as a body for the server: changed values, nested for links, and for details the added, changed and removed
 * rows. Empty when nothing differs.
 */
export function wireChanges({ note, members, custom }: RowChanges): WireRow {
  const body: Record<string, unknown> = {};
  if (note !== undefined) body.note = { value: rawValue(note.cell) ?? null };
  for (const change of members) {
    if (change.kind === 'field') body[change.definition.name] = fieldBody(change);
    else if (change.kind === 'unknown') body[change.name] = change.value;
    else if (change.kind === 'link') body[change.name] = change.changes === null ? null : wireChanges(change.changes);
    else body[change.name] = change.rows.map(detailRow);
  }
  if (custom !== undefined) body.custom = custom;
  return body;
}

/** A value, with texts in languages beside it where these have changed. @throws AcumaticaValidationError for two at once */
function fieldBody({ cell, definition: { name, type }, translations }: FieldChange): WireRow {
  const value = bodyValue(cell, type);
  if (translations === undefined) return value;
  if (!isTranslationList(value.value)) return { ...value, Translations: translations };
  const message = `${name} holds a list of languages, which cannot be sent together with translations.`;
  throw new AcumaticaValidationError(message, { issues: [{ path: name, value: value.value, message }] });
}

/** A row that was given with its id is that row of the server, whether it was read or not. */
function detailRow({ id, changes }: DetailRowChange): WireRow {
  if (changes === undefined) return { id, delete: true };
  return { ...(typeof id === 'string' && { id }), ...wireChanges(changes) };
}
