import type { Call } from './call.js';
import { invalidRequest, unsupportedMediaType } from './error-answers.js';

type Body = Readonly<Record<string, unknown>>;

const mediaType = ({ headers }: Call): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * The body as an object, from JSON; `undefined` when there is none.
 * @throws RequestFault 415 for a body that says it is something else, as curl's forms and fetch's plain text do; 400
 * for one that is not a JSON object
 */
export function readBodyObject(call: Call): Body | undefined {
  const text = call.body.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return undefined;
  const type = mediaType(call);
  if (type !== '' && !type.endsWith('json')) throw unsupportedMediaType(type);
  return parseObject(text);
}

/** The same from JSON or a form, which sign-in takes as well. */
export function readFormOrObject(call: Call): Body | undefined {
  if (mediaType(call) !== 'application/x-www-form-urlencoded' || call.body.length === 0) return readBodyObject(call);
  return Object.fromEntries(new URLSearchParams(call.body.toString('utf8')));
}

function parseObject(text: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidRequest('', 'An exception occurred during input parsing. The body is not valid JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  throw invalidRequest('', 'An exception occurred during input parsing. The body is not a JSON object.');
}
