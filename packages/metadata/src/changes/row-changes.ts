import { entityMetadata } from '../model/entity-metadata.js';
import type { FieldDefinition, MemberDefinition, ReferenceDefinition } from '../model/member-definition.js';
import { customTable, customType } from '../wire/custom-table.js';
import type { CustomTable } from '../wire/custom-table.js';
import { rowIdentity } from '../wire/row-identity.js';
import { changedTranslations } from '../wire/translations.js';
import type { Translations } from '../wire/translations.js';
import { isRow, NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { sameJson, sameValue } from '../wire/wire-value.js';

/** What of a row differs from what it was. Bodies, paths and plain changes are all made of this. */
export interface RowChanges {
  /** The entity class of the row. */
  readonly target: object;
  /** The new note. */
  readonly note?: { readonly cell: unknown };
  /** Members in the order of the contract, which is the order in which a form sets its fields. */
  readonly members: readonly MemberChange[];
  /** Changed cells outside the contract. */
  readonly custom: CustomTable | undefined;
}

/** What of one member differs. */
export type MemberChange = FieldChange | LinkChange | DetailsChange | UnknownChange;

/** A value that is another one now. */
export interface FieldChange {
  readonly kind: 'field';
  readonly definition: FieldDefinition;
  readonly cell: unknown;
  /** Texts in languages, where these have changed. */
  readonly translations?: Translations;
}

/** A member of unknown form that is another value now. */
export interface UnknownChange {
  readonly kind: 'unknown';
  readonly name: string;
  readonly value: unknown;
}

/** A linked record that has changed. */
export interface LinkChange {
  readonly kind: 'link';
  readonly name: string;
  /** null where the linked record was taken out. */
  readonly changes: RowChanges | null;
}

/** Detail rows that were changed, added or taken out. */
export interface DetailsChange {
  readonly kind: 'details';
  readonly name: string;
  readonly rows: readonly DetailRowChange[];
}

/** One detail row that was changed or added, or, without changes, taken out. */
export interface DetailRowChange {
  readonly id: unknown;
  /** Where the row stands now. */
  readonly place?: number;
  readonly changes?: RowChanges;
}

/** Compares a row with what it was: values, nested rows of links, and rows of details by their identity. */
export function rowChanges(target: object, base: WireRow, row: WireRow): RowChanges {
  if (base === row) return { target, members: [], custom: undefined };
  const members: MemberChange[] = [];
  for (const definition of Object.values(entityMetadata(target).members)) {
    const { name } = definition;
    if (row[name] === undefined || row[name] === base[name] || !Object.hasOwn(row, name)) continue;
    const change = memberChange(definition, base[name], row[name]);
    if (change !== undefined) members.push(change);
  }
  const custom = customChanges(customTable(base), customTable(row));
  if (sameValue(base.note, row.note, 'String')) return { target, members, custom };
  return { target, note: { cell: row.note }, members, custom };
}

/** Whether nothing differs. */
export function isUnchanged({ note, members, custom }: RowChanges): boolean {
  return note === undefined && members.length === 0 && custom === undefined;
}

function memberChange(definition: MemberDefinition, before: unknown, now: unknown): MemberChange | undefined {
  switch (definition.kind) {
    case 'field':
      return fieldChange(definition, before, now);
    case 'link':
      return linkChange(definition, before, now);
    case 'details':
      return detailsChange(definition, before, now);
    case 'unknown':
      return sameJson(before, now) ? undefined : { kind: 'unknown', name: definition.name, value: now };
  }
}

function fieldChange(definition: FieldDefinition, before: unknown, now: unknown): FieldChange | undefined {
  const translations = changedTranslations(before, now);
  if (translations !== undefined) return { kind: 'field', definition, cell: now, translations };
  if (before !== undefined && sameValue(before, now, definition.type)) return undefined;
  return { kind: 'field', definition, cell: now };
}

function linkChange({ name, target }: ReferenceDefinition, before: unknown, now: unknown): LinkChange | undefined {
  if (!isRow(now)) return isRow(before) ? { kind: 'link', name, changes: null } : undefined;
  const changes = rowChanges(target(), isRow(before) ? before : NO_ROW, now);
  return isUnchanged(changes) ? undefined : { kind: 'link', name, changes };
}

function detailsChange(
  { name, target }: ReferenceDefinition,
  before: unknown,
  now: unknown,
): DetailsChange | undefined {
  const left = new Map(rowsOf(before).map((row) => [rowIdentity(row), row]));
  const rows: DetailRowChange[] = [];
  for (const [place, row] of rowsOf(now).entries()) {
    const known = left.get(rowIdentity(row));
    left.delete(rowIdentity(row));
    const changes = rowChanges(target(), known ?? NO_ROW, row);
    if (known === undefined || !isUnchanged(changes)) rows.push({ id: row.id, place, changes });
  }
  for (const { id } of left.values()) rows.push({ id });
  return rows.length === 0 ? undefined : { kind: 'details', name, rows };
}

function customChanges(base: CustomTable, row: CustomTable): CustomTable | undefined {
  const changed = Object.entries(row).flatMap(([view, fields]) => {
    const cells = Object.entries(fields ?? {}).filter(([field, cell]) => {
      const before = base[view]?.[field];
      return cell !== undefined && (before === undefined || !sameValue(before, cell, customType(cell)));
    });
    return cells.length === 0 ? [] : [[view, Object.fromEntries(cells)] as const];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
