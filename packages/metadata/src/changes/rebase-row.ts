import { entityMetadata } from '../model/entity-metadata.js';
import { isReference } from '../model/member-definition.js';
import { customTable } from '../wire/custom-table.js';
import { inheritIdentity, rowIdentity } from '../wire/row-identity.js';
import { isRow, NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { matchInserted } from './match-inserted.js';

/** Rows after a save: what the server has now, and that with the edits made while the save was under way. */
export interface RebasedRow {
  readonly base: WireRow;
  readonly row: WireRow;
}

/**
 * Merges the server's answer into a record. What the answer does not have (links and details that were not expanded)
 * stays as it was sent; what changed between `sent` and `now` is carried over and stays dirty.
 */
export function rebaseRow(target: object, sent: WireRow, now: WireRow, answer: WireRow): RebasedRow {
  const base: Record<string, unknown> = inheritIdentity({ ...sent, ...answer }, sent);
  if (base.custom !== undefined) base.custom = mergeCustom(sent, answer);
  const row: Record<string, unknown> = inheritIdentity({ ...base }, now);
  const { members } = entityMetadata(target);
  for (const name of new Set([...Object.keys(base), ...Object.keys(now)])) {
    const definition = Object.hasOwn(members, name) ? members[name] : undefined;
    const parts = { sent: sent[name], now: now[name], answer: answer[name] };
    if (!isReference(definition)) {
      const isEdit = parts.sent !== parts.now && parts.now !== undefined;
      if (isEdit && (definition !== undefined || name === 'note')) row[name] = parts.now;
    } else {
      const rebased =
        definition.kind === 'link' ? rebaseLink(definition.target(), parts) : rebaseDetails(definition.target(), parts);
      put(base, name, rebased.base);
      put(row, name, rebased.row);
    }
  }
  if (sent.custom !== now.custom) row.custom = overlayCustom(base, sent, now);
  return { base, row: sent === now ? base : row };
}

/** The same part of a record at three moments. */
interface Parts {
  readonly sent: unknown;
  readonly now: unknown;
  readonly answer: unknown;
}

interface Rebased {
  readonly base: unknown;
  readonly row: unknown;
}

function rebaseLink(target: object, { sent, now, answer }: Parts): Rebased {
  // A linked record that was not expanded may be answered as null.
  const base = answer ?? sent;
  if (!isRow(sent) || !isRow(now) || !isRow(base)) return { base, row: sent === now ? base : now };
  return rebaseRow(target, sent, now, isRow(answer) ? answer : NO_ROW);
}

function rebaseDetails(target: object, { sent, now, answer }: Parts): Rebased {
  if (answer === undefined && sent === undefined) return { base: undefined, row: now };
  const sentRows = rowsOf(sent);
  const answered = answer === undefined ? sentRows : rowsOf(answer);
  const sentOf = matchInserted(sentRows, answered);
  const nowRows = new Map(rowsOf(now).map((row) => [rowIdentity(row), row]));
  const pairs = answered.map((row) => {
    const before = sentOf.get(row);
    if (before === undefined) return { base: row, row, isGone: false };
    const current = nowRows.get(rowIdentity(before));
    nowRows.delete(rowIdentity(before));
    const rebased = rebaseRow(target, before, current ?? before, row === before ? NO_ROW : row);
    return { ...rebased, isGone: current === undefined };
  });
  const sentIdentities = new Set(sentRows.map(rowIdentity));
  const added = [...nowRows.values()].filter((row) => !sentIdentities.has(rowIdentity(row)));
  const kept = pairs.filter(({ isGone }) => !isGone).map(({ row }) => row);
  const base = pairs.map((pair) => pair.base);
  return { base, row: sent === now ? base : [...kept, ...added] };
}

function mergeCustom(sent: WireRow, answer: WireRow): unknown {
  if (!isRow(sent.custom)) return answer.custom;
  const merged = new Map(Object.entries(customTable(sent)));
  for (const [view, fields] of Object.entries(customTable(answer)))
    merged.set(view, { ...merged.get(view), ...fields });
  return Object.fromEntries(merged);
}

function overlayCustom(base: WireRow, sent: WireRow, now: WireRow): unknown {
  const [before, current] = [customTable(sent), customTable(now)];
  const merged = new Map(Object.entries(customTable(base)));
  for (const [view, fields] of Object.entries(current)) {
    const edited = Object.entries(fields ?? {}).filter(([field, cell]) => before[view]?.[field] !== cell);
    if (edited.length > 0) merged.set(view, { ...merged.get(view), ...Object.fromEntries(edited) });
  }
  return Object.fromEntries(merged);
}

function put(row: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) delete row[name];
  else row[name] = value;
}
