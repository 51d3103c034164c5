import type { WireRow } from '../wire/wire-row.js';
import { identityOf } from './identity-of.js';
import type { RowChanges } from './row-changes.js';
import { wireChanges } from './wire-changes.js';

/** The body for a save: what identifies the record, and what has changed. */
export function wireBody(changes: RowChanges, row: WireRow): WireRow {
  return { ...identityOf(changes.target, row), ...wireChanges(changes) };
}
