import { entityMetadata } from '../model/entity-metadata.js';
import { isRow, NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue, sameValue } from '../wire/wire-value.js';
import { agrees } from './match-inserted.js';

/** A save whose answer has the collections that were sent. */
export interface StoredSave {
  readonly changes: WireRow;
  /** The record as the server said it before. */
  readonly before: WireRow;
  /** The record as the server says it now, with its rows. */
  readonly now: WireRow;
}

/** A row that was sent and is not among the rows of the server. */
export interface UnstoredRow {
  /** Such as `Attributes[0]`, by its place among the rows that were sent. */
  readonly path: string;
  readonly sent: WireRow;
}

/**
 * Rows that were sent and did not come back: a server may answer 200 and drop a row, such as an attribute that it does not
 * know. Rows are recognised by their id, then by their keys, then by the values that were sent; since forms merge, split and
 * reorder rows and change values, a row counts as lost only where no row of the answer is left that it could have become.
 */
export function unstoredRows(target: object, { changes, before, now }: StoredSave, path = ''): UnstoredRow[] {
  const { members } = entityMetadata(target);
  return Object.entries(changes).flatMap(([name, sent]): UnstoredRow[] => {
    const definition = Object.hasOwn(members, name) ? members[name] : undefined;
    if (definition?.kind === 'link') {
      if (!isRow(sent) || !isRow(now[name])) return [];
      const part = { changes: sent, before: isRow(before[name]) ? before[name] : NO_ROW, now: now[name] };
      return unstoredRows(definition.target(), part, `${path}${name}.`);
    }
    if (definition?.kind !== 'details' || !Array.isArray(now[name])) return [];
    return lostRows({
      target: definition.target(),
      sent: rowsOf(sent),
      before: rowsOf(before[name]),
      now: rowsOf(now[name]),
      path: path + name,
    });
  });
}

interface SentCollection {
  readonly target: object;
  readonly sent: readonly WireRow[];
  readonly before: readonly WireRow[];
  readonly now: readonly WireRow[];
  readonly path: string;
}

function lostRows({ target, sent, before, now, path }: SentCollection): UnstoredRow[] {
  const old = new Map(before.map((row) => [row.id, row]));
  const [changed, added] = [sent.filter(hasId), sent.filter((row) => !hasId(row))];
  const isEmptied = changed.some((row) => row.delete !== true) && now.length === 0;
  const fresh = now.filter(({ id }) => !old.has(id));
  const { keys = [] } = entityMetadata(target);
  const left = [...fresh];
  const unmatched = added.filter((row) => {
    const own = left.findIndex((candidate) => isSameRow(keys, row, candidate));
    if (own >= 0) return left.splice(own, 1).length === 0;
    return !now.some((candidate) => isSameRow(keys, row, candidate) || isMerged(row, candidate, old));
  });
  // What is left may be what a form made of the others.
  const lost = unmatched.slice(left.length);
  const emptied = isEmptied ? changed.filter((row) => row.delete !== true) : [];
  return [...emptied, ...lost].map((row) => ({ path: `${path}[${sent.indexOf(row)}]`, sent: row }));
}

function isSameRow(keys: readonly string[], sent: WireRow, candidate: WireRow): boolean {
  const own = keys.filter((key) => isRow(sent[key]));
  const byKeys = own.length > 0 && own.length === keys.length;
  return byKeys ? own.every((key) => agrees({ [key]: sent[key] }, candidate)) : agrees(sent, candidate);
}

/** Names of the fields by which forms find the row that a new one is merged into: `InventoryID`, `AttributeID`, `UnitCode`. */
const IDENTIFYING = /(?:ID|Nbr|Code|CD|Number)$/;

/** Whether a row of before was changed to take in the one that was sent, such as a line whose quantity was added to it. */
function isMerged(sent: WireRow, candidate: WireRow, old: ReadonlyMap<unknown, WireRow>): boolean {
  const before = old.get(candidate.id);
  const identity = Object.fromEntries(Object.entries(sent).filter(([name]) => IDENTIFYING.test(name)));
  if (before === undefined || Object.keys(identity).length === 0 || !agrees(identity, candidate)) return false;
  return Object.keys(sent).some((name) => !sameValue(before[name], candidate[name], 'String'));
}

function hasId(row: WireRow): boolean {
  return typeof row.id === 'string';
}

/** The plain values of a row that was sent, for messages: `{ AttributeID: 'UNKNOWN' }`. */
export function sentValues(row: WireRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, cell]) =>
      isRow(cell) && Object.hasOwn(cell, 'value') ? [[name, rawValue(cell)]] : [],
    ),
  );
}
