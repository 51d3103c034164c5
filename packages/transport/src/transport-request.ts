import type { SessionKind } from './session/session-kind.js';

/** Methods that the ERP understands. */
export type HttpMethod = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

/** What a call expects back: `json` parses, `stream` gives a Node `Readable` that must be read or destroyed. */
export type ResponseType = 'json' | 'text' | 'bytes' | 'stream';

/** Values of the query string; they are percent-encoded once, here and nowhere else. */
export type QueryParameters = Readonly<Record<string, string | number | boolean>>;

/** Bytes to send. A function is asked for a fresh source at each try, so that a call can be repeated. */
export type RequestBody =
  | string
  | Uint8Array
  | Blob
  | AsyncIterable<Uint8Array>
  | Iterable<Uint8Array>
  | (() => AsyncIterable<Uint8Array> | Iterable<Uint8Array>);

/** One call to the ERP: `{ method: 'GET', path: '/entity/Default/24.200.001/Customer', query: { $top: 5 } }`. */
export interface TransportRequest {
  readonly method: HttpMethod;
  /** Path below the base URL, encoded already (see `encodePath`), or an absolute URL of the same origin. */
  readonly path: string;
  readonly query?: QueryParameters;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is; name its type in `headers['Content-Type']`. */
  readonly body?: RequestBody;
  readonly signal?: AbortSignal;
  /** Time for one try, from its first byte out to its last byte in. @default the transport's `timeoutMs` */
  readonly timeoutMs?: number;
  /** Where calls wait for the rate limit, the higher one goes first; equal ones in the order of asking. @default 0 */
  readonly priority?: number;
  /**
   * Whether sending it twice leaves the ERP as sending it once would: true for a PUT that names its record by id or
   * keys. @default true for GET, HEAD and DELETE, otherwise false
   */
  readonly idempotent?: boolean;
  /** Whether it changes nothing in the ERP, such as an inquiry that is asked by PUT. @default true for GET and HEAD */
  readonly readsOnly?: boolean;
  /** Which session carries it; see {@link SessionKind}. @default 'api' */
  readonly session?: SessionKind;
  /** Parses the text of a JSON answer. @default JSON.parse */
  readonly parseJson?: (text: string) => unknown;
  /** @default 'json' */
  readonly responseType?: ResponseType;
  /** What errors call this call. @default method and path */
  readonly operation?: string;
  /** Entity and record for error messages. @default read from the path */
  readonly entity?: string;
  readonly entityId?: string;
}
