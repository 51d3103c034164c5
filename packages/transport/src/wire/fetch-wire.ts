import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { splitCookiesString } from 'set-cookie-parser';
import type { ResponseHeaders } from '../transport-response.js';
import type { FetchLike } from './fetch-like.js';
import { discard } from './discard-body.js';
import type { Wire, WireRequest, WireResponse } from './wire.js';

/** Goes through a fetch of the application's choice; that fetch owns its connections and decompresses. */
export function fetchWire(fetch: FetchLike): Wire {
  const nodeStreams = 'ponyfill' in fetch || 'isRedirect' in fetch;
  return { exchange: (request) => exchange(fetch, request, nodeStreams), proxy: undefined, close: () => undefined };
}

async function exchange(fetch: FetchLike, request: WireRequest, nodeStreams: boolean): Promise<WireResponse> {
  const { url, body, method, headers, cancellation } = request;
  if (cancellation.reason) throw cancellation.reason;
  const abort = new AbortController();
  cancellation.onCancel((reason) => {
    cancellation.sent = true; // a fetch does not tell how far it is
    abort.abort(reason);
  });
  const streamed = body instanceof Readable;
  const response = await fetch(url, {
    method,
    headers,
    signal: abort.signal,
    redirect: 'manual',
    ...(body === undefined ? {} : { body: streamed && !nodeStreams ? Readable.toWeb(body) : body }),
    ...(streamed ? { duplex: 'half' } : {}),
  });
  const answer = response.body as Readable | ReadableStream<Uint8Array> | null;
  if (cancellation.reason) discard(answer);
  return {
    status: response.status,
    headers: response.headers,
    cookies: cookiesOf(response.headers),
    body: answer,
  };
}

/** `Set-Cookie` lines, one each; where a fetch folds them into one line the dates' commas are told from the folds. */
export function cookiesOf(headers: ResponseHeaders): readonly string[] {
  const source = headers as ResponseHeaders & { getSetCookie?(): string[]; raw?(): Record<string, string[]> };
  if (source.getSetCookie) return source.getSetCookie();
  if (source.raw) return source.raw()['set-cookie'] ?? [];
  return splitCookiesString(headers.get('set-cookie') ?? '');
}
