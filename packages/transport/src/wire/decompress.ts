import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';

/** The body as it was before compression; a stream that is broken or ends early becomes an error of the result. */
export async function decompress(body: Readable, encoding: string): Promise<Readable> {
  const { createBrotliDecompress, createGunzip, createInflate } = await import('node:zlib');
  const decoders = new Map([
    ['gzip', createGunzip],
    ['x-gzip', createGunzip],
    ['deflate', createInflate],
    ['br', createBrotliDecompress],
  ]);
  const decoder = decoders.get(encoding.trim().toLowerCase())?.();
  if (!decoder) return body;
  pipeline(body, decoder, () => undefined);
  return decoder;
}
