import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Answer } from './answer.js';
import type { Call } from './call.js';

/** Bodies shorter than this are sent as they are. */
const worthGzip = 2048;

const wantsGzip = (call: Call): boolean => {
  const accepted = String(call.headers['accept-encoding'] ?? '');
  return /\bgzip\b/i.test(accepted) && !/\bgzip\s*;\s*q=0(\.0*)?\s*(,|$)/i.test(accepted);
};

/** What goes over the socket: the body, compressed where the caller can read that, and all headers. */
export function encodeAnswer(answer: Answer, call: Call): { headers: Record<string, string | string[]>; body: Buffer } {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(answer.headers))
    headers[name] = typeof value === 'string' ? value : [...value];
  let body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const text = /json|html|xml|text/.test(String(headers['Content-Type'] ?? ''));
  if (body.length >= worthGzip && text && wantsGzip(call)) {
    body = gzipSync(body, { level: 1 });
    headers['Content-Encoding'] = 'gzip';
    headers['Vary'] = 'Accept-Encoding';
  }
  if (answer.status !== 204 && answer.status !== 304) headers['Content-Length'] = String(body.length);
  return { headers, body };
}

/** Sends an answer in full. */
export function sendAnswer(response: ServerResponse, answer: Answer, call: Call): void {
  const { headers, body } = encodeAnswer(answer, call);
  response.writeHead(answer.status, headers);
  response.end(call.method === 'HEAD' ? undefined : body);
}

/** Promises a whole body, sends half of it and drops the connection. */
export function sendHalf(response: ServerResponse, answer: Answer, call: Call): void {
  const { headers, body } = encodeAnswer(answer, call);
  response.writeHead(answer.status, headers);
  response.write(body.subarray(0, Math.max(1, Math.floor(body.length / 2))), () => {
    response.destroy();
  });
}
