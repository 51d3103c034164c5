import { isReplayable } from '../request/open-body.js';
import type { UploadSource } from './upload-options.js';

const CHUNK = 64 * 1024;

/** The same bytes in chunks, told of as they are taken; as repeatable as the source is. */
export function countedSource(source: UploadSource, onChunk: (sent: number) => void): UploadSource {
  const count = async function* (): AsyncGenerator<Uint8Array> {
    let sent = 0;
    for await (const chunk of chunksOf(source)) {
      yield chunk;
      sent += chunk.length;
      onChunk(sent);
    }
  };
  return isReplayable(source) ? count : count();
}

function chunksOf(source: UploadSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (source instanceof Uint8Array) return slices(source);
  if (source instanceof Blob) return source.stream();
  return typeof source === 'function' ? source() : source;
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
}
