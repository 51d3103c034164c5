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

/** The text that `Query.compile()` shows is the text that is sent: both leave `,` and `/` readable, as the ERP's own pages do. */
const AS_SHOWN: Readonly<Record<string, string>> = { '!': '%21', '*': '%2A', '%2C': ',', '%2F': '/' };

function encode(text: string): string {
  try {
    return encodeURIComponent(text).replace(/[!*]|%2C|%2F/g, (found) => AS_SHOWN[found] ?? found);
  } catch {
    throw new AcumaticaQueryError('A query parameter holds half of a character (a lone surrogate).');
  }
}
