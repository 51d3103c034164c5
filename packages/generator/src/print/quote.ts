import { isIdentifier } from '../plan/safe-names.js';

/** A text as a string literal, in single quotes unless that would need more escapes. */
export function quote(text: string): string {
  const json = JSON.stringify(text).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  const inner = json.slice(1, -1);
  if (text.includes("'") && !text.includes('"')) return json;
  return `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A name as a property key, quoted where it must be; `__proto__` in brackets, where it is a name like any other. */
export function propertyKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return isIdentifier(name) ? name : quote(name);
}

/** A text inside a doc comment: on one line, unable to end it, and without accidental tags. */
export function docText(text: string): string {
  return text.replaceAll('*/', '*\\/').replaceAll('@', '\\@').replace(/\s+/g, ' ').trim();
}
