import type { RequestBody } from '../transport-request.js';

/** A file to attach: bytes, a Blob, a stream, any iterable of chunks, or a function that gives a fresh one for each try. */
export type UploadSource = Exclude<RequestBody, string>;

/** How to attach a file. */
export interface UploadOptions {
  /** @default 'application/octet-stream' */
  readonly contentType?: string;
  /** Stands beside the file in the ERP; at most 500 characters, no line breaks. */
  readonly comment?: string;
  /** Bytes sent so far, and in all where that is known. */
  readonly onProgress?: (sent: number, total: number | undefined) => void;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** See `TransportRequest.priority`. @default 0 */
  readonly priority?: number;
}
