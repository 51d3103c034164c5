import type { Call } from './call.js';
import { invalidRequest } from './error-answers.js';

/** The body as an object, from JSON or a form; `undefined` when there is none. @throws RequestFault 400 otherwise. */
export function readBodyObject(call: Call): Readonly<Record<string, unknown>> | undefined {
  const text = call.body.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return undefined;
  if (/^application\/x-www-form-urlencoded/i.test(call.headers['content-type'] ?? ''))
    return Object.fromEntries(new URLSearchParams(text));
  return parseObject(text);
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidRequest('', 'An exception occurred during input parsing. The body is not valid JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalidRequest('', 'An exception occurred during input parsing. The body is not a JSON object.');
}
