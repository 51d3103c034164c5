import type { WireRow } from '../wire/wire-row.js';
import { bodyValue, rawValue } from '../wire/wire-value.js';
import type { DetailRowChange, RowChanges } from './row-changes.js';

/**
 * Changes as a body for the server: changed values, nested for links, and for details the added, changed and removed
 * rows. Empty when nothing differs.
 */
export function wireChanges({ note, members, custom }: RowChanges): WireRow {
  const body: Record<string, unknown> = {};
  if (note !== undefined) body.note = { value: rawValue(note.cell) ?? null };
  for (const change of members) {
    if (change.kind === 'field') body[change.definition.name] = bodyValue(change.cell, change.definition.type);
    else if (change.kind === 'unknown') body[change.name] = change.value;
    else if (change.kind === 'link') body[change.name] = change.changes === null ? null : wireChanges(change.changes);
    else body[change.name] = change.rows.map(detailRow);
  }
  if (custom !== undefined) body.custom = custom;
  return body;
}

/** A row that was given with its id is that row of the server, whether it was read or not. */
function detailRow({ id, changes }: DetailRowChange): WireRow {
  if (changes === undefined) return { id, delete: true };
  return { ...(typeof id === 'string' && { id }), ...wireChanges(changes) };
}
