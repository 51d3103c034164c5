import type { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { CancellationScope } from '../pipeline/cancellation-scope.js';
import type { ResponseHeaders } from '../transport-response.js';

/** A request as it leaves. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | Readable | undefined;
  readonly cancellation: CancellationScope;
}

/** An answer as it arrives: decompressed, not yet read. */
export interface WireResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly cookies: readonly string[];
  readonly body: Readable | ReadableStream<Uint8Array> | null;
}

/** The way to the ERP: the one function that touches the network. */
export interface Wire {
  exchange(request: WireRequest): Promise<WireResponse>;
  /** The proxy that it goes through, as far as it is known. */
  readonly proxy: URL | undefined;
  /** Closes the connections that are its own. */
  close(): void;
}
