import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable, pipeline } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import Negotiator from 'negotiator';
import type { Answer } from './answer.js';
import type { Call } from './call.js';
import { LongText } from './long-text.js';

/** Bodies shorter than this are sent as they are. */
const worthGzip = 2048;

const wantsGzip = ({ headers }: Call): boolean => new Negotiator({ headers }).encoding(['gzip', 'identity']) === 'gzip';

const gzipHeaders = { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' };

/** What goes over the socket: the body, compressed where the caller can read that, and all headers. */
function encodeAnswer(
  answer: Answer & { readonly body: string | Buffer },
  call: Call,
): { readonly headers: Record<string, string | string[]>; readonly body: string | Buffer } {
  const headers = { ...answer.headers } as Record<string, string | string[]>;
  let { body } = answer;
  // Text stays text: node then sends head and body in one piece, which halves the work of a small answer.
  let length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  if (length >= worthGzip && wantsGzip(call) && /json|html|xml|text/.test(String(headers['Content-Type'] ?? ''))) {
    body = gzipSync(body, { level: 1 });
    length = body.length;
    Object.assign(headers, gzipHeaders);
  }
  if (answer.status !== 204 && answer.status !== 304) headers['Content-Length'] = String(length);
  return { headers, body };
}

/** Sends an answer in full. */
export function sendAnswer(response: ServerResponse, answer: Answer, call: Call): void {
  if (answer.body instanceof LongText) {
    sendLong(response, answer, answer.body, call);
    return;
  }
  const { headers, body } = encodeAnswer({ ...answer, body: answer.body }, call);
  response.writeHead(answer.status, headers);
  response.end(call.method === 'HEAD' ? undefined : body);
}

/** Sends a body in parts, as fast as the caller takes them. */
function sendLong(response: ServerResponse, { status, headers }: Answer, body: LongText, call: Call): void {
  const isPacked = wantsGzip(call);
  response.writeHead(status, { ...headers, ...(isPacked ? gzipHeaders : {}) } as OutgoingHttpHeaders);
  if (call.method === 'HEAD') {
    response.end();
    return;
  }
  const source = Readable.from(body.parts());
  const done = (): void => undefined; // A caller who goes away ends the pipeline; nobody is left to be told.
  if (isPacked) pipeline(source, createGzip({ level: 1 }), response, done);
  else pipeline(source, response, done);
}

/** Promises a whole body, sends half of it and drops the connection. */
export function sendHalf(response: ServerResponse, answer: Answer, call: Call): void {
  const [start = ''] = answer.body instanceof LongText ? answer.body.parts() : [answer.body];
  const { headers, body } = encodeAnswer({ ...answer, body: start }, call);
  response.writeHead(answer.status, headers);
  const bytes = Buffer.from(body);
  response.write(bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))), () => {
    response.destroy();
  });
}
