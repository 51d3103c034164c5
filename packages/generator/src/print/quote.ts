import { isIdentifier } from '../plan/safe-names.js';

/** What a reader cannot see, or what turns the direction of the text around it. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text as a string literal, in single quotes unless that would need more escapes. */
export function quote(text: string): string {
  const json = JSON.stringify(text).replace(UNSEEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const inner = json.slice(1, -1);
  if (text.includes("'") && !text.includes('"')) return json;
  return `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A name as a property key, quoted where it must be; `__proto__` in brackets, where it is a name like any other. */
export function propertyKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return isIdentifier(name) ? name : quote(name);
}

/** A text inside a doc comment: on one line, all of it visible, unable to end it, and without accidental tags. */
export function docText(text: string): string {
  return text.replace(UNSEEN, ' ').replaceAll('*/', '*\\/').replaceAll('@', '\\@').replace(/\s+/g, ' ').trim();
}
