import { Readable } from 'node:stream';
import type { RequestBody } from '../transport-request.js';

/** Whether a body can be sent a second time: bytes, a Blob, an array of chunks, or a function that gives a fresh source. */
export function isReplayable(body: RequestBody | undefined): boolean {
  if (body === undefined || typeof body === 'string' || typeof body === 'function') return true;
  if (body instanceof Uint8Array || body instanceof Blob) return true;
  return Symbol.iterator in body && (body[Symbol.iterator]() as unknown) !== body;
}

/** The body in the form that a wire sends: text and bytes as they are, everything else as a stream. */
export function openBody(body: RequestBody | undefined): string | Uint8Array | Readable | undefined {
  if (body === undefined || typeof body === 'string') return body;
  if (body instanceof Readable) return body;
  if (body instanceof Uint8Array)
    return Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (body instanceof Blob) return Readable.from(body.stream(), { objectMode: false });
  return Readable.from(typeof body === 'function' ? body() : body, { objectMode: false });
}

/** Length in bytes where it is known without reading. */
export function lengthOf(body: RequestBody | undefined): number | undefined {
  if (typeof body === 'string') return Buffer.byteLength(body);
  if (body instanceof Uint8Array) return body.byteLength;
  return body instanceof Blob ? body.size : undefined;
}
