import { Readable } from 'node:stream';
import type { TransportResponse } from '../transport-response.js';
import type { Download, DownloadOptions } from './download-options.js';

/** The stream of an answer, with what its headers say about the file. */
export function downloadFromResponse({ body, headers }: TransportResponse, { onProgress }: DownloadOptions): Download {
  const length = headers.get('content-length');
  const size = length === null ? undefined : Number(length);
  const contentType = headers.get('content-type') ?? undefined;
  const stream = body as Readable;
  return Object.assign(onProgress ? watched(stream, (received) => onProgress(received, size)) : stream, {
    contentType,
    size,
  });
}

function watched(stream: Readable, onChunk: (received: number) => void): Readable {
  const count = async function* (): AsyncGenerator<Uint8Array> {
    let received = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      onChunk((received += chunk.length));
      yield chunk;
    }
  };
  return Readable.from(count(), { objectMode: false }).once('close', () => stream.destroy());
}
