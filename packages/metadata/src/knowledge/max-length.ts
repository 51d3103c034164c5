/** Shorter columns hold codes, and what is sent for a code is often its label. */
const SHORTEST_TEXT = 5;

/** Characters that a column of text holds: `nvarchar(256)` → 256; undefined for codes and for columns without an end. */
export function maxLengthOf(sqlType: string | undefined): number | undefined {
  const [, digits = ''] = /^n?varchar\((\d+)\)$/i.exec(sqlType ?? '') ?? [];
  const length = Number(digits);
  return length >= SHORTEST_TEXT ? length : undefined;
}
