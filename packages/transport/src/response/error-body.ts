import { isSecretName, redactText } from '@acurecord/errors';
import { isRecord } from './is-record.js';

/** No page says more that is worth showing, and no text in JSON. */
const LONGEST_PAGE = 65_536;
const LONGEST_TEXT = 32_768;
const LONGEST_NAME = 200;
/** Real answers are some eight levels deep. */
const DEEPEST = 50;
const MASK = '***';

/** Names of members, and paths to them; other names are texts of somebody's making. */
const PLAIN_NAME = /^[\w.[\]]*$/;

/**
 * The body of an unsuccessful answer, as errors may use it: JSON or a text, cut to what can be shown before anybody
 * searches it, and without secrets, by name and by value.
 */
export function errorBodyFrom(text: string, secrets: readonly string[]): unknown {
  if (text === '') return undefined;
  const json = parsed(text);
  return json === undefined ? redactText(text.slice(0, LONGEST_PAGE), secrets) : cleaned(json, secrets, DEEPEST);
}

/** The start of a page that came in place of JSON. */
export function startOfPage(text: string, secrets: readonly string[]): string {
  return redactText(text.slice(0, LONGEST_PAGE), secrets);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Values are known only after parsing: taken out of the raw text, a short secret would tear the names around it apart. */
function cleaned(value: unknown, secrets: readonly string[], depth: number): unknown {
  if (typeof value === 'string') return redactText(cut(value, LONGEST_TEXT), secrets);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '[…]';
  if (Array.isArray(value)) return value.map((item) => cleaned(item, secrets, depth - 1));
  const members = Object.entries(value as Record<string, unknown>).map(([name, member]) => [
    nameOf(name, secrets),
    memberOf(name, member, (part) => cleaned(part, secrets, depth - 1)),
  ]);
  return Object.fromEntries(members) as unknown;
}

function nameOf(name: string, secrets: readonly string[]): string {
  const short = cut(name, LONGEST_NAME);
  return PLAIN_NAME.test(short) ? short : redactText(short, secrets);
}

/** The ERP echoes a field as `{ value, error }`, and its error is worth knowing. */
function memberOf(name: string, member: unknown, clean: (part: unknown) => unknown): unknown {
  if (name === 'exceptionType' && typeof member === 'string') return cut(member, LONGEST_NAME);
  if (!isSecretName(name) || member === null) return clean(member);
  return isRecord(member) && 'value' in member ? clean({ ...member, value: MASK }) : MASK;
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
