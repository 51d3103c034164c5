import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { decompress } from './decompress.js';
import type { Connections } from './connections.js';
import type { FetchInit, FetchResponse } from './fetch-like.js';
import { cookiesOf } from './fetch-wire.js';
import type { Wire, WireRequest, WireResponse } from './wire.js';

type CrossFetch = (
  url: string,
  init: FetchInit & { agent: Agent; compress: boolean },
) => Promise<FetchResponse & { body: Readable }>;

let crossFetch: Promise<CrossFetch> | undefined;

/** The default way: cross-fetch over keep-alive connections. It is loaded at the first request. */
export function crossFetchWire(connections: Connections): Wire {
  return { exchange: (request) => exchange(connections, request), close: () => connections.close() };
}

async function exchange(connections: Connections, { url, ...init }: WireRequest): Promise<WireResponse> {
  const fetch = await (crossFetch ??= loadCrossFetch());
  const { agent, answer } = watched(await connections.agent());
  // Decompressing is done here, since cross-fetch takes half a gzip stream for a whole one.
  init.headers['Accept-Encoding'] ??= 'gzip, deflate';
  const response = await fetch(url, { ...init, agent, compress: false, redirect: 'manual' });
  const { status, headers, body } = response;
  failWhenCut(answer(), body);
  return { status, headers, cookies: cookiesOf(headers), body: decompress(body, headers.get('content-encoding')) };
}

async function loadCrossFetch(): Promise<CrossFetch> {
  // @ts-expect-error The file without types: the package's own would bring all globals of the browser along.
  const module = (await import('cross-fetch/dist/node-ponyfill.js')) as { default: CrossFetch };
  return module.default;
}

/** An agent that does as `agent` does, and remembers the answer that its one request got. */
function watched(agent: Agent): { agent: Agent; answer: () => IncomingMessage | undefined } {
  let answer: IncomingMessage | undefined;
  const real = agent as Agent & { addRequest(request: ClientRequest, ...rest: unknown[]): void };
  const addRequest = (request: ClientRequest, ...rest: unknown[]): void => {
    request.once('response', (message: IncomingMessage) => (answer = message));
    real.addRequest(request, ...rest);
  };
  return { agent: Object.create(real, { addRequest: { value: addRequest } }) as Agent, answer: () => answer };
}

/** cross-fetch waits forever for the rest of an answer whose connection broke; this ends the waiting with an error. */
function failWhenCut(answer: IncomingMessage | undefined, body: Readable): void {
  // Until someone reads it, an abort must not become an uncaught error.
  body.on('error', () => undefined);
  if (!answer) return;
  const check = (): void => {
    if (!answer.complete)
      body.destroy(
        Object.assign(new Error('The connection closed before the whole answer came.'), { code: 'ECONNRESET' }),
      );
  };
  if (answer.closed) check();
  else answer.once('close', check);
}
