const MAX_DEPTH = 16;
const MAX_TEXT = 1_000;

/** A copy of a piece of a document as plain data of our own; what is nested very deep or very long is cut. */
export function plainShape(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((item) => plainShape(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainShape(part, depth + 1)]));
}
