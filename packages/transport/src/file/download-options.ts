import type { Readable } from 'node:stream';

/** How to read a file. */
export interface DownloadOptions {
  /** Bytes that came so far, and in all where the ERP says it. */
  readonly onProgress?: (received: number, total: number | undefined) => void;
  /** Also ends a download under way. */
  readonly signal?: AbortSignal;
  /** Time until the file begins, and for each silence in it. */
  readonly timeoutMs?: number;
  /** See `TransportRequest.priority`. @default 0 */
  readonly priority?: number;
}

/** A file on its way. It must be read or destroyed. */
export type Download = Readable & {
  readonly contentType: string | undefined;
  /** Bytes, where the ERP says it. */
  readonly size: number | undefined;
};
