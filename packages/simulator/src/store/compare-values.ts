import type { FieldValue } from './stored-record.js';

/** Orders two stored values; nothing comes first. */
export function compareValues(a: FieldValue, b: FieldValue): number {
  const [left, right] = [a, b].map((value) =>
    typeof value === 'object' && value !== null ? Number(value.exact) : value,
  );
  if (left === right) return 0;
  if (left === null || left === undefined) return -1;
  if (right === null || right === undefined) return 1;
  return left < right ? -1 : 1;
}
