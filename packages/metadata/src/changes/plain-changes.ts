import { customType } from '../wire/custom-table.js';
import type { CustomTable } from '../wire/custom-table.js';
import { bodyValue, rawValue, readValue } from '../wire/wire-value.js';
import type { DetailRowChange, MemberChange, RowChanges } from './row-changes.js';

type Decimals = 'number' | 'string';

/** Changes unwrapped: new values by member, nested for links, a list for details. */
export function plainChanges({ note, members, custom }: RowChanges, decimals: Decimals): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  if (note !== undefined) plain.note = rawValue(note.cell) ?? null;
  for (const change of members) Object.assign(plain, plainMember(change, decimals));
  if (custom !== undefined) plain.custom = plainTable(custom);
  return plain;
}

function plainMember(change: MemberChange, decimals: Decimals): Record<string, unknown> {
  if (change.kind === 'field') {
    const { name, type } = change.definition;
    return { [name]: readValue(bodyValue(change.cell, type), type, decimals) };
  }
  if (change.kind === 'unknown') return { [change.name]: change.value };
  if (change.kind === 'details') return { [change.name]: change.rows.map((row) => plainRow(row, decimals)) };
  return { [change.name]: change.changes === null ? null : plainChanges(change.changes, decimals) };
}

function plainRow({ id, changes }: DetailRowChange, decimals: Decimals): Record<string, unknown> {
  if (changes === undefined) return { id, delete: true };
  return { ...(typeof id === 'string' && { id }), ...plainChanges(changes, decimals) };
}

function plainTable(custom: CustomTable): Record<string, Record<string, unknown>> {
  const views = Object.entries(custom).map(([view, fields]) => {
    const values = Object.entries(fields ?? {}).map(
      ([field, cell]) => [field, readValue(cell, customType(cell))] as const,
    );
    return [view, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(views);
}
