import { AcumaticaQueryError } from './acumatica-query-error.js';

const READABLE: Readonly<Record<string, string>> = { '!': '%21', '*': '%2A', '%2C': ',', '%2F': '/' };

/**
 * One name or value of a query string, percent-encoded (RFC 3986): the one place where that happens, so that the text
 * which `Query.compile()` shows is the text that is sent. `' ( ) , /` stay readable; a space is `%20`, `+` is `%2B`.
 *
 * @throws AcumaticaQueryError when it holds half of a surrogate pair
 */
export function encodeQueryText(text: string): string {
  try {
    return encodeURIComponent(text).replace(/[!*]|%2C|%2F/g, (found) => READABLE[found] ?? found);
  } catch (cause) {
    throw new AcumaticaQueryError('A text in the query holds half of a surrogate pair, which no URL can carry.', {
      cause,
    });
  }
}
