import { entityMetadata } from '../model/entity-metadata.js';
import { isReference } from '../model/member-definition.js';
import { TRANSLATIONS } from '../wire/translations.js';
import { customTable } from '../wire/custom-table.js';
import { isRow, NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';

/** Paths of what a body touches besides plain fields. */
export interface ChangedParts {
  readonly references: readonly string[];
  readonly custom: readonly string[];
}

/** Links, details, translations and custom fields that a body has, as paths for `$expand` and `$custom`. */
export function changedParts(target: object, body: WireRow): ChangedParts {
  const references = new Set<string>();
  const custom = new Set<string>();
  collect(target, body, '', references, custom);
  return { references: [...references], custom: [...custom] };
}

/** Whether a body has detail rows that were not there before, so that sending it twice could insert them twice. */
export function insertsRows(body: WireRow, before: WireRow): boolean {
  return Object.entries(body).some(([name, value]) => {
    const known = before[name];
    if (!Array.isArray(value)) return isRow(value) && insertsRows(value, isRow(known) ? known : NO_ROW);
    const rows = new Map(rowsOf(known).map((row) => [row.id, row]));
    return (value as unknown[]).some((row) => {
      if (!isRow(row)) return true; // nobody knows what the server makes of it
      const old = row.id === undefined ? undefined : rows.get(row.id);
      return old === undefined || insertsRows(row, old);
    });
  });
}

function collect(target: object, body: WireRow, path: string, references: Set<string>, custom: Set<string>): void {
  const { members } = entityMetadata(target);
  for (const [view, fields] of Object.entries(customTable(body))) {
    for (const field of Object.keys(fields ?? {})) custom.add(`${path}${view}.${field}`);
  }
  for (const [name, value] of Object.entries(body)) {
    const definition = Object.hasOwn(members, name) ? members[name] : undefined;
    if (isRow(value) && value.Translations !== undefined) references.add(`${path}${TRANSLATIONS}`);
    if (!isReference(definition)) continue;
    references.add(`${path}${name}`);
    const rows = Array.isArray(value) ? (value as WireRow[]) : isRow(value) ? [value] : [];
    for (const row of rows) collect(definition.target(), row, `${path}${name}/`, references, custom);
  }
}
