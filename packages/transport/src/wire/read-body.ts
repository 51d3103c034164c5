import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AcumaticaServerError } from '@acurecord/errors';
import type { WireResponse } from './wire.js';

/** Reads a whole body into memory. @throws AcumaticaServerError as soon as it is longer than `maxBytes` */
export async function readBody(body: WireResponse['body'], maxBytes: number): Promise<Buffer> {
  if (body === null) return Buffer.alloc(0);
  return body instanceof Readable ? readNodeStream(body, maxBytes) : readWebStream(body, maxBytes);
}

function readNodeStream(body: Readable, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    body.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if ((length += chunk.length) > maxBytes) body.destroy(tooLong(maxBytes));
    });
    body.once('end', () => resolve(join(chunks)));
    body.once('error', reject);
    body.once('close', () => {
      if (!body.readableEnded) reject(new Error('The answer ended early.'));
    });
  });
}

async function readWebStream(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of body) {
    chunks.push(chunk);
    if ((length += chunk.length) > maxBytes) throw tooLong(maxBytes);
  }
  return join(chunks);
}

function join(chunks: Uint8Array[]): Buffer {
  const [first] = chunks;
  if (chunks.length === 1 && Buffer.isBuffer(first)) return first;
  return Buffer.concat(chunks);
}

/** What an answer above the bound becomes. */
export function tooLong(maxBytes: number): AcumaticaServerError {
  return new AcumaticaServerError(`The answer is longer than the allowed ${maxBytes} bytes; the rest was not read.`, {
    code: 'RESPONSE_TOO_LARGE',
    suggestions: ['Ask for fewer rows or fields, download it as a stream, or raise maxResponseBytes.'],
  });
}
