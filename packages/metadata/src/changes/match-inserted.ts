import { rawValue } from '../wire/wire-value.js';
import { isRow } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';

/**
 * Tells which sent row each row of the answer is. Rows with an id find themselves; rows that were inserted got their id
 * only now, so they are recognised by the values that were sent, and by their order where the numbers agree.
 */
export function matchInserted(sent: readonly WireRow[], answer: readonly WireRow[]): Map<WireRow, WireRow> {
  const matches = new Map<WireRow, WireRow>();
  const byId = new Map(sent.flatMap((row) => (typeof row.id === 'string' ? [[row.id, row] as const] : [])));
  const unknown: WireRow[] = [];
  for (const row of answer) {
    const same = typeof row.id === 'string' ? byId.get(row.id) : undefined;
    if (same !== undefined) matches.set(row, same);
    else unknown.push(row);
  }
  const inserted = sent.filter((row) => typeof row.id !== 'string' && !answer.includes(row));
  for (const row of answer) if (typeof row.id !== 'string' && sent.includes(row)) matches.set(row, row);
  matchByValues(
    inserted,
    unknown.filter((row) => !matches.has(row)),
    matches,
  );
  return matches;
}

function matchByValues(
  inserted: readonly WireRow[],
  unknown: readonly WireRow[],
  matches: Map<WireRow, WireRow>,
): void {
  const left = [...unknown];
  const unmatched = inserted.filter((row) => {
    const index = left.findIndex((candidate) => agrees(row, candidate));
    const [found] = index < 0 ? [] : left.splice(index, 1);
    if (found !== undefined) matches.set(found, row);
    return found === undefined;
  });
  if (unmatched.length !== left.length) return;
  left.forEach((row, index) => matches.set(row, unmatched[index] as WireRow));
}

/** Whether an answer can be the row that was sent: every plain value that was sent is there, blanks and case aside. */
export function agrees(sent: WireRow, answer: WireRow): boolean {
  return Object.entries(sent).every(([name, cell]) => {
    if (!isRow(cell) || !Object.hasOwn(cell, 'value')) return true;
    const [given, got] = [rawValue(cell), rawValue(answer[name])];
    return got === undefined || given === null || comparable(given) === comparable(got);
  });
}

function comparable(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().toLowerCase() : value;
}
