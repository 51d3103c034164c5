import { Readable, finished } from 'node:stream';
import type { CancellationScope } from '../pipeline/cancellation-scope.js';
import type { Connections } from './connections.js';
import { decompress } from './decompress.js';
import type { FetchInit, FetchResponse } from './fetch-like.js';
import { RequestWatch } from './request-watch.js';
import type { Wire, WireRequest, WireResponse } from './wire.js';

type CrossFetch = (
  url: string,
  init: FetchInit & { agent: unknown; compress: boolean },
) => Promise<FetchResponse & { body: Readable }>;

let crossFetch: Promise<CrossFetch> | undefined;

/** The default way: cross-fetch over keep-alive connections. It is loaded at the first request. */
export function crossFetchWire(connections: Connections): Wire {
  return {
    exchange: (request) => exchange(connections, request),
    get proxy() {
      return connections.proxy;
    },
    close: () => connections.close(),
  };
}

async function exchange(connections: Connections, request: WireRequest): Promise<WireResponse> {
  const { method, url, headers, body, cancellation } = request;
  const fetch = await (crossFetch ??= loadCrossFetch());
  const agent = await connections.agent();
  if (cancellation.reason) throw cancellation.reason;
  const watch = new RequestWatch();
  cancellation.onCancel((reason) => {
    cancellation.sent = watch.sent;
    watch.end(reason);
  });
  if (body instanceof Readable) watchSource(body, watch, cancellation);
  headers['Accept-Encoding'] ??= 'gzip, deflate';
  try {
    agent.next = watch;
    // Decompressing is done here, since cross-fetch takes half a gzip stream for a whole one.
    const init = { method, headers, agent, compress: false, redirect: 'manual' };
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    watch.guard(response.body, body);
    const { 'set-cookie': cookies = [], 'content-encoding': encoding } = watch.headers;
    return {
      status: response.status,
      headers: response.headers,
      cookies,
      body: encoding === undefined ? response.body : await decompress(response.body, encoding),
    };
  } catch (error) {
    if (body instanceof Readable) body.destroy();
    throw error;
  }
}

/** cross-fetch would wait forever for the rest of a source that failed. */
function watchSource(source: Readable, watch: RequestWatch, cancellation: CancellationScope): void {
  finished(source, { writable: false }, (failure) => failure && watch.end(failure));
  cancellation.onCancel((reason) => source.destroy(reason));
}

async function loadCrossFetch(): Promise<CrossFetch> {
  // @ts-expect-error The file without types: the package's own would bring all globals of the browser along.
  const module = (await import('cross-fetch/dist/node-ponyfill.js')) as { default: CrossFetch };
  return module.default;
}
