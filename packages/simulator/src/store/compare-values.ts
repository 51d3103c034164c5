import type { FieldValue } from './stored-record.js';

type Plain = string | number | boolean | null;

const plain = (value: FieldValue): Plain => (typeof value === 'object' && value !== null ? Number(value.exact) : value);

/** Orders two stored values; nothing comes first. */
export function compareValues(a: FieldValue, b: FieldValue): number {
  const left = plain(a);
  const right = plain(b);
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
}
