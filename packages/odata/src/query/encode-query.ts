import { encodeQueryText } from '@acurecord/errors';

/** Query options by their wire name, such as `$filter`, with values that are not yet percent-encoded. */
export type QueryParams = Readonly<Record<string, string>>;

/**
 * The query string of a URL, without the question mark: each text encoded by `encodeQueryText`, and `$` in names left readable.
 *
 * @throws {AcumaticaQueryError} when a value holds half of a surrogate pair
 */
export function encodeQuery(params: QueryParams): string {
  return Object.entries(params)
    .map(([name, value]) => `${encodeQueryText(name).replaceAll('%24', '$')}=${encodeQueryText(value)}`)
    .join('&');
}
