import type { Assumptions } from '../assumptions.js';
import { parseLeniently } from './parse-leniently.js';
import type { Call } from './call.js';
import { invalidRequest, unsupportedMediaType } from './error-answers.js';

type Body = Readonly<Record<string, unknown>>;

const mediaType = ({ headers }: Call): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * The body as an object, from JSON; `undefined` when there is none.
 * @param plainText What becomes of JSON that says it is plain text, as fetch says of a string.
 * @throws RequestFault 415 for a body that says it is something else, as curl's forms do; 400 for one that is not a JSON
 * object
 */
export function readBodyObject(call: Call, plainText: Assumptions['plainTextBody'] = 'json'): Body | undefined {
  const text = call.body.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return undefined;
  const type = mediaType(call);
  const isRead = type === '' || type.endsWith('json') || (type === 'text/plain' && plainText === 'json');
  if (!isRead) throw unsupportedMediaType(type);
  return parseObject(text);
}

/** The same from JSON or a form, which sign-in takes as well. */
export function readFormOrObject(call: Call, plainText: Assumptions['plainTextBody']): Body | undefined {
  if (mediaType(call) !== 'application/x-www-form-urlencoded' || call.body.length === 0)
    return readBodyObject(call, plainText);
  return Object.fromEntries(new URLSearchParams(call.body.toString('utf8')));
}

function parseObject(text: string): Body {
  const value = parseLeniently(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  throw invalidRequest('', 'An exception occurred during input parsing. The body is not a JSON object.');
}
