import type { WireEntry } from '../../contract/index.js';

/** How many requests a page keeps. */
const most = 300;

/** The log with this entry at its place: new at the end, or instead of itself when its answer has come. */
export function mergeWire(entries: readonly WireEntry[], entry: WireEntry): WireEntry[] {
  const place = entries.findLastIndex(({ id }) => id === entry.id);
  return place < 0 ? [...entries, entry].slice(-most) : entries.with(place, entry);
}
