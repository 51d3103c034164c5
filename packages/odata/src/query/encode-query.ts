import { AcumaticaQueryError } from '@acurecord/errors';

/** Query options by their wire name, such as `$filter`, with values that are not yet percent-encoded. */
export type QueryParams = Readonly<Record<string, string>>;

/**
 * The query string of a URL, without the question mark: the one place where percent-encoding happens (RFC 3986).
 * `' ( ) , /` stay readable, and `$` in names; a space is `%20`, `+` is `%2B`.
 *
 * @throws {AcumaticaQueryError} when a value holds half of a surrogate pair
 */
export function encodeQuery(params: QueryParams): string {
  return Object.entries(params)
    .map(([name, value]) => `${encodeComponent(name).replaceAll('%24', '$')}=${encodeComponent(value)}`)
    .join('&');
}

/** One name or value of a query, percent-encoded. @throws {AcumaticaQueryError} when it holds half of a surrogate pair */
export function encodeComponent(text: string): string {
  try {
    return encodeURIComponent(text).replace(/[!*]|%2C|%2F/g, (found) => readable[found] ?? found);
  } catch (cause) {
    throw new AcumaticaQueryError('A text in the query holds half of a surrogate pair, which no URL can carry.', {
      cause,
    });
  }
}

const readable: Readonly<Record<string, string>> = { '!': '%21', '*': '%2A', '%2C': ',', '%2F': '/' };
