import type { ConflictField, OrderEdit } from '../../contract/index.js';
import type { SalesOrder } from '../models/sales-order.js';
import { editableHeader, lastModified, lineOfPage } from './order-document.js';

/**
 * What has happened to an order since a visitor began to edit it: undefined where nobody else has touched it. The ERP
 * knows no versions, so the order's timestamp and the values that the visitor saw are compared with what is there now.
 */
export function findConflict(order: SalesOrder, edit: OrderEdit): ConflictField[] | undefined {
  const fields = [...headerFields(order, edit), ...noteField(order, edit), ...lineFields(order, edit)];
  const isTouched = edit.base.lastModified !== lastModified(order);
  const isOverwritten = fields.some(({ base, theirs }) => base !== undefined && base !== theirs);
  return isTouched || isOverwritten ? fields : undefined;
}

function headerFields(order: SalesOrder, { header = {}, base }: OrderEdit): ConflictField[] {
  const now = editableHeader(order);
  return (Object.keys(header) as (keyof typeof now)[])
    .filter((name) => Object.hasOwn(now, name))
    .map((name) => field(`header.${name}`, header[name], now[name], base.header?.[name]));
}

function noteField(order: SalesOrder, { note, base }: OrderEdit): ConflictField[] {
  return note === undefined ? [] : [field('note', note, order.note ?? '', base.note)];
}

function lineFields(order: SalesOrder, { lines = {} }: OrderEdit): ConflictField[] {
  const now = new Map(order.Details.map((line) => [line.id, lineOfPage(line)]));
  const changed = (lines.change ?? []).flatMap(({ id, ...changes }) => {
    const theirs = now.get(id);
    const names = Object.keys(changes) as (keyof typeof changes)[];
    return names.map((name) => field(`lines.${id}.${name}`, changes[name], theirs?.[name] ?? null));
  });
  const removed = (lines.remove ?? []).map((id) => field(`lines.${id}`, null, now.get(id) ?? null));
  return [...changed, ...removed];
}

/** Without knowing what the visitor saw, two values that differ are taken for a clash. */
function field(path: string, yours: unknown, theirs: unknown, base?: unknown): ConflictField {
  const isTheirs = base === undefined || base !== theirs;
  return { path, ...(base !== undefined && { base }), yours, theirs, clash: isTheirs && yours !== theirs };
}
