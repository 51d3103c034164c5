import { AcumaticaQueryError, encodeQueryText } from '@acurecord/errors';
import type { QueryParameters } from '../transport-request.js';

/** `{ $filter: "City eq 'A B'", $top: 5 }` becomes `?$filter=City%20eq%20'A%20B'&$top=5`; nothing becomes nothing. */
export function encodeQuery(query: QueryParameters = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => {
    if ((value as unknown) === undefined || value === null)
      throw new AcumaticaQueryError(`The query parameter ${name} has no value; leave it out or give it one.`);
    return `${encodeQueryText(name).replaceAll('%24', '$')}=${encodeQueryText(String(value))}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
