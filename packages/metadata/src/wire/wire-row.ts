/** A value as the contract wraps it; `{}` is an empty value. `error` appears in 422 answers only. */
export interface WireValue {
  readonly value?: unknown;
  readonly error?: string;
}

/**
 * A record as it stands in a JSON body: `id`, `rowNumber`, `note`, then wrapped values, linked records (objects),
 * details (arrays), and `custom`, `_links`, `files`.
 */
export interface WireRow {
  readonly [member: string]: unknown;
}

/** The row of nothing: what a new record started from. */
export const NO_ROW: WireRow = Object.freeze({});

/** Whether a wire value is a row. */
export function isRow(value: unknown): value is WireRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a row or a body says anything. */
export function hasMembers(row: WireRow): boolean {
  for (const _ in row) return true;
  return false;
}

/** The rows of a details member; none where it is not loaded. */
export function rowsOf(value: unknown): readonly WireRow[] {
  return Array.isArray(value) ? (value as WireRow[]) : NO_ROWS;
}

const NO_ROWS: readonly WireRow[] = Object.freeze([]);
