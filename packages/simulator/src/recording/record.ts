import { writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { request as secureRequest } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { listen } from '../server/http-server.js';
import type { RecordedExchange, Recording } from './recording.js';
import { redactBody, redactCookie } from './redact-exchange.js';

/** A proxy on loopback that writes down what goes through it. */
export interface Recorder {
  /** Where clients connect to instead of the real instance. */
  readonly url: string;
  /** Everything so far, without secrets. */
  recording(): Recording;
  /** Stops; writes the recording when a file was named. */
  close(): Promise<void>;
}

/** How to record. */
export interface RecordOptions {
  /** File the recording is written to on `close`, readable by its owner only. */
  readonly file?: string;
  /** @default 0, a free one */
  readonly port?: number;
}

/**
 * Starts a proxy in front of a real instance. What the client sends goes there unchanged; what is written down has no
 * passwords, tokens or session cookies, but all business data: treat it as such.
 * @throws TypeError for an address that is not one
 */
export async function record(upstreamUrl: string, { file, port = 0 }: RecordOptions = {}): Promise<Recorder> {
  const upstream = new URL(upstreamUrl);
  const exchanges: RecordedExchange[] = [];
  const server = await listen({ port }, (request, response) => {
    pass(upstream, request, response)
      .then((exchange) => exchanges.push(exchange))
      .catch(() => response.destroy());
  });
  const recording = (): Recording => ({ version: 1, exchanges: [...exchanges] });
  return {
    url: server.origin + upstream.pathname.replace(/(?<!\/)\/+$/, ''),
    recording,
    close: async () => {
      await server.close();
      if (file !== undefined) writeFileSync(file, `${JSON.stringify(recording(), null, 1)}\n`, { mode: 0o600 });
    },
  };
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Hands one request on and its answer back; what to write down of them. */
async function pass(upstream: URL, request: IncomingMessage, response: ServerResponse): Promise<RecordedExchange> {
  const body = await bytesOf(request);
  const answer = await forward(upstream, request, body);
  const bytes = await bytesOf(answer);
  const raw = rawPairs(answer.rawHeaders).filter(
    ([name]) => !/^(transfer-encoding|connection|keep-alive)$/i.test(name),
  );
  const own = `http://${request.headers.host ?? ''}`;
  const headers = raw.map(([name, value]) => [
    name,
    /^location$/i.test(name) ? value.replace(upstream.origin, own) : value,
  ]);
  response.writeHead(answer.statusCode ?? 502, headers.flat());
  response.end(bytes);
  const site = upstream.pathname.replace(/(?<!\/)\/+$/, '');
  const path = (request.url ?? '/').startsWith(`${site}/`)
    ? (request.url ?? '/').slice(site.length)
    : (request.url ?? '/');
  return {
    request: {
      method: request.method ?? 'GET',
      path,
      body: redactBody(body.toString('utf8'), request.headers['content-type'] ?? ''),
    },
    response: {
      status: answer.statusCode ?? 0,
      headers: shownHeaders(answer.headers, upstream),
      ...shownBody(answer, bytes),
    },
  };
}

function forward(upstream: URL, request: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const send = upstream.protocol === 'https:' ? secureRequest : plainRequest;
  const headers = { ...request.headers, host: upstream.host };
  const { method, url } = request;
  return new Promise((resolve, reject) => {
    const sent = send({ host: upstream.hostname, port: upstream.port, method, path: url, headers }, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

function rawPairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, at) => [raw[2 * at] ?? '', raw[2 * at + 1] ?? '']);
}

const droppedHeaders = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'content-length']);

function shownHeaders(headers: IncomingHttpHeaders, upstream: URL): RecordedExchange['response']['headers'] {
  const shown: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || droppedHeaders.has(name)) continue;
    if (Array.isArray(value)) shown[name] = value.map(redactCookie);
    else shown[name] = name === 'location' ? value.replace(upstream.origin, '') : value;
  }
  return shown;
}

function shownBody({ headers }: IncomingMessage, bytes: Buffer): { readonly body: string; readonly base64?: true } {
  const plain = decompressed(bytes, headers['content-encoding'] ?? '');
  const text = plain.toString('utf8');
  if (!Buffer.from(text).equals(plain)) return { body: plain.toString('base64'), base64: true };
  return { body: redactBody(text, String(headers['content-type'] ?? '')) };
}

function decompressed(bytes: Buffer, encoding: string): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === 'gzip') return gunzipSync(bytes);
  if (encoding === 'deflate') return inflateSync(bytes);
  return encoding === 'br' ? brotliDecompressSync(bytes) : bytes;
}
