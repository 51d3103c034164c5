import JSON5 from 'json5';
import { invalidRequest } from './error-answers.js';

/**
 * Reads JSON as the ERP's reader does: names without quotes, commas before a bracket that closes, no-break spaces between
 * tokens and single quotes are taken as well.
 * @throws RequestFault 400 for a text that is not even that
 */
export function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parsePatiently(text);
  }
}

function parsePatiently(text: string): unknown {
  try {
    return JSON5.parse(text);
  } catch {
    throw invalidRequest('', 'An exception occurred during input parsing. The body is not valid JSON.');
  }
}
