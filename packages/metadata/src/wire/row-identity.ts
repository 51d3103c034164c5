import type { WireRow } from './wire-row.js';

const localKeys = new WeakMap<WireRow, symbol>();

/** What tells a detail row from its neighbours: its id, or a key of our own until the server has given it one. */
export function rowIdentity(row: WireRow): string | symbol {
  const local = localKeys.get(row);
  if (local !== undefined) return local;
  if (typeof row.id === 'string') return row.id;
  const key = Symbol('row');
  localKeys.set(row, key);
  return key;
}

/** Makes `row` count as the same detail row as `other`. */
export function inheritIdentity<R extends WireRow>(row: R, other: WireRow): R {
  const local = localKeys.get(other);
  if (local !== undefined) localKeys.set(row, local);
  return row;
}
