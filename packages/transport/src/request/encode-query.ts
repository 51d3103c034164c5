import { AcumaticaQueryError } from '@acurecord/errors';
import type { QueryParameters } from '../transport-request.js';

/** `{ $filter: "City eq 'A B'", $top: 5 }` becomes `?$filter=City%20eq%20'A%20B'&$top=5`; nothing becomes nothing. */
export function encodeQuery(query: QueryParameters = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => {
    if ((value as unknown) === undefined || value === null)
      throw new AcumaticaQueryError(`The query parameter ${name} has no value; leave it out or give it one.`);
    return `${encode(name).replaceAll('%24', '$')}=${encode(String(value))}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new AcumaticaQueryError('A query parameter holds half of a character (a lone surrogate).');
  }
}
