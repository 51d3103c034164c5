import { entityMetadata } from '../model/entity-metadata.js';
import type { FieldDefinition, ReferenceDefinition } from '../model/member-definition.js';
import { rowIdentity } from '../wire/row-identity.js';
import { isRow, NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { bodyValue, rawValue, sameValue } from '../wire/wire-value.js';
import { customTable, customType } from '../record/custom-cell.js';
import type { CustomTable } from '../record/custom-cell.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';

/** A body under construction. */
type Body = Record<string, unknown>;

/**
 * What of `row` differs from `base`, as a body for the server: changed values, nested for links, and for details the
 * added, changed and removed rows. Empty when nothing differs.
 */
export function wireChanges(target: object, base: WireRow, row: WireRow): WireRow {
  const body: Body = {};
  if (base === row) return body;
  if (!sameValue(base.note, row.note, 'String')) body.note = { value: rawValue(row.note) ?? null };
  // In the order of the contract, which is the order in which a form sets its fields.
  for (const definition of Object.values(entityMetadata(target).members)) {
    const { name } = definition;
    if (row[name] === undefined || row[name] === base[name] || !Object.hasOwn(row, name)) continue;
    if (definition.kind === 'field') addField(body, definition, base, row);
    else if (definition.kind === 'link') addLink(body, definition, base, row);
    else addDetails(body, definition, base, row);
  }
  addCustom(body, customTable(base), customTable(row));
  return body;
}

function addField(body: Body, { name, type }: FieldDefinition, base: WireRow, row: WireRow): void {
  const unknownBefore = base[name] === undefined;
  if (unknownBefore || !sameValue(base[name], row[name], type)) body[name] = bodyValue(row[name], type);
}

function addLink(body: Body, { name, target }: ReferenceDefinition, base: WireRow, row: WireRow): void {
  const [before, now] = [base[name], row[name]];
  if (!isRow(now)) {
    if (isRow(before)) body[name] = null;
    return;
  }
  const changes = wireChanges(target(), isRow(before) ? before : NO_ROW, now);
  if (hasMembers(changes)) body[name] = changes;
}

function addDetails(body: Body, { name, target }: ReferenceDefinition, base: WireRow, row: WireRow): void {
  const left = new Map(rowsOf(base[name]).map((before) => [rowIdentity(before), before]));
  const rows: WireRow[] = [];
  for (const now of rowsOf(row[name])) {
    const before = left.get(rowIdentity(now));
    left.delete(rowIdentity(now));
    const changes = wireChanges(target(), before ?? NO_ROW, now);
    // A row that was given with its id is that row of the server, whether it was read or not.
    const identity = typeof now.id === 'string' ? { id: now.id } : {};
    if (before === undefined || hasMembers(changes)) rows.push({ ...identity, ...changes });
  }
  for (const removed of left.values()) rows.push({ id: removed.id, delete: true });
  if (rows.length > 0) body[name] = rows;
}

function addCustom(body: Body, base: CustomTable, row: CustomTable): void {
  const changed = Object.entries(row).flatMap(([view, fields]) => {
    const cells = Object.entries(fields ?? {}).filter(([field, cell]) => {
      const before = base[view]?.[field];
      return cell !== undefined && (before === undefined || !sameValue(before, cell, customType(cell)));
    });
    return cells.length === 0 ? [] : [[view, Object.fromEntries(cells)] as const];
  });
  if (changed.length > 0) body.custom = Object.fromEntries(changed);
}

/** Whether a body says anything. */
export function hasMembers(body: WireRow): boolean {
  for (const _ in body) return true;
  return false;
}

/** Whether a save would have something to send. */
export function hasChanges(entity: Entity): boolean {
  const { base, row } = entity[STATE];
  return base !== row && hasMembers(wireChanges(entity.constructor, base, row));
}
