import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
]);

/** The body as it was before compression; a stream that is broken or ends early becomes an error of the result. */
export function decompress(body: Readable, encoding: string): Readable {
  const decoder = DECODERS.get(encoding.trim().toLowerCase());
  if (!decoder) return body;
  const decoded = decoder();
  pipeline(body, decoded, () => undefined);
  return decoded;
}
