import type { ResponseHeaders } from '../transport-response.js';

/** What the transport hands to a fetch. */
export interface FetchInit {
  readonly method?: string | undefined;
  readonly headers?: unknown;
  readonly body?: unknown;
  readonly redirect?: unknown;
  readonly signal?: unknown;
  readonly duplex?: unknown;
}

/** What the transport reads of a fetch's answer. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** A standard or a Node stream, or null. */
  readonly body: unknown;
}

/** Any fetch: Node's, undici's, cross-fetch, or a function that wraps one. */
export type FetchLike = Comparable['fetch'];

/** A method's parameters are compared both ways, so that every fetch fits whatever its own types call things. */
interface Comparable {
  fetch(url: string, init?: FetchInit): Promise<FetchResponse>;
}
