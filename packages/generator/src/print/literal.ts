import { propertyKey, quote } from './quote.js';

const WIDTH = 120;

/** Plain data as it stands in code. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [name: string]: Plain | undefined };

/**
 * Plain data as a literal: on one line where it fits behind `used` columns, else one entry a line. Members that are
 * undefined are left out.
 */
export function literal(value: Plain, indent: string, used: number): string {
  const short = flat(value);
  if (typeof value !== 'object' || used + short.length <= WIDTH) return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = (value as readonly Plain[]).map((item) => `${inner}${literal(item, inner, inner.length + 1)},\n`);
    return `[\n${items.join('')}${indent}]`;
  }
  const lines = entriesOf(value as PlainObject).map(([name, item]) => {
    const key = `${inner}${name}: `;
    return `${key}${literal(item, inner, key.length + 1)},\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

type PlainObject = Exclude<Plain, string | number | boolean | readonly Plain[]>;

function flat(value: Plain): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly Plain[]).map(flat).join(', ')}]`;
  const entries = entriesOf(value as PlainObject).map(([name, item]) => `${name}: ${flat(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Members that are there, with their keys quoted where they must be. */
function entriesOf(value: PlainObject): [string, Plain][] {
  return Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [[propertyKey(name), item]]));
}
