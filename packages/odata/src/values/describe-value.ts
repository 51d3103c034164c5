/** How a message calls a wrong value, in a few words; never the content of an object. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? 'a function' : String(value);
  if (Array.isArray(value)) return 'an array';
  return value instanceof Date ? 'a Date' : 'an object';
}
