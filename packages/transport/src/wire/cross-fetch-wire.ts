import { Readable, finished } from 'node:stream';
import type { Connections } from './connections.js';
import { decompress } from './decompress.js';
import type { FetchInit, FetchResponse } from './fetch-like.js';
import { cookiesOf } from './fetch-wire.js';
import { RequestWatch } from './request-watch.js';
import type { Wire, WireRequest, WireResponse } from './wire.js';

type CrossFetch = (
  url: string,
  init: FetchInit & { agent: unknown; compress: boolean },
) => Promise<FetchResponse & { body: Readable }>;

let crossFetch: Promise<CrossFetch> | undefined;

/** The default way: cross-fetch over keep-alive connections. It is loaded at the first request. */
export function crossFetchWire(connections: Connections): Wire {
  return { exchange: (request) => exchange(connections, request), close: () => connections.close() };
}

async function exchange(connections: Connections, request: WireRequest): Promise<WireResponse> {
  const { method, url, headers, body, lifeline } = request;
  const fetch = await (crossFetch ??= loadCrossFetch());
  const watch = new RequestWatch(await connections.agent());
  const untie = lifeline.onCut((reason) => watch.end(reason));
  if (body instanceof Readable) {
    // cross-fetch would wait forever for the rest of a source that failed.
    finished(body, { writable: false }, (failure) => failure && watch.end(failure));
    lifeline.onCut((reason) => body.destroy(reason));
  }
  try {
    if (lifeline.reason) throw lifeline.reason;
    headers['Accept-Encoding'] ??= 'gzip, deflate';
    // Decompressing is done here, since cross-fetch takes half a gzip stream for a whole one.
    const init = { method, headers, agent: watch.agent, compress: false, redirect: 'manual' };
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    const { status, headers: answered } = response;
    watch.guard(response.body, body);
    return {
      status,
      headers: answered,
      cookies: cookiesOf(answered),
      body: decompress(response.body, answered.get('content-encoding')),
    };
  } catch (error) {
    untie();
    if (body instanceof Readable) body.destroy();
    throw error;
  }
}

async function loadCrossFetch(): Promise<CrossFetch> {
  // @ts-expect-error The file without types: the package's own would bring all globals of the browser along.
  const module = (await import('cross-fetch/dist/node-ponyfill.js')) as { default: CrossFetch };
  return module.default;
}
