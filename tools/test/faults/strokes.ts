import { gzipSync } from 'node:zlib';
import type { Stroke, Upstream } from './fault.js';

type Strike = (stroke: Stroke) => void;

/** A page as a proxy or web server shows it. */
export const page =
  (status: number, title = 'Trouble'): Strike =>
  ({ response }) =>
    void response
      .writeHead(status, { 'Content-Type': 'text/html' })
      .end(`<html><head><title>${title}</title></head><body>${title}</body></html>`);

/** An answer with these headers and this body. */
export const answer =
  (status: number, body = '', headers: Record<string, string> = {}): Strike =>
  ({ response }) =>
    void response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);

export const redirect = (location: string): Strike => answer(302, '', { Location: location });

export const reset: Strike = ({ socket }) => void socket.resetAndDestroy();

export const fin: Strike = ({ socket }) => void socket.end();

/** Bytes as they are, then the end of the connection. */
export const raw =
  (bytes: string, end: Strike): Strike =>
  (stroke) =>
    void stroke.socket.write(bytes, () => setTimeout(() => end(stroke), 5));

/** The head of an answer and half of its body, then the end of the connection. */
export const half =
  (how: 'length' | 'chunked' | 'none' | 'gzip', end: Strike): Strike =>
  (stroke) => {
    const whole = how === 'gzip' ? gzipSync(bodyOf(stroke.answer)) : bodyOf(stroke.answer);
    const part = whole.subarray(0, Math.ceil(whole.length / 2));
    const heads = {
      length: `Content-Length: ${whole.length}`,
      chunked: 'Transfer-Encoding: chunked',
      none: 'Connection: close',
      gzip: 'Content-Encoding: gzip\r\nConnection: close',
    };
    const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${heads[how]}\r\n\r\n`;
    const sent = how === 'chunked' ? Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part]) : part;
    stroke.socket.write(Buffer.concat([Buffer.from(head), sent]), () => setTimeout(() => end(stroke), 5));
  };

/** A byte now and then, and never the end. */
export const trickle: Strike = ({ response, answer: { body } }) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': String(body.length + 100) });
  let at = 0;
  const timer = setInterval(
    () => response.write(body.subarray(at, (at += 1)).length > 0 ? body.subarray(at - 1, at) : ' '),
    20,
  );
  response.once('close', () => clearInterval(timer));
};

/** The server's own answer, and behind it another one that nobody has asked for. */
export const twice: Strike = (stroke) => {
  const { response, socket, other } = stroke;
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
  response.once('finish', () => socket.write(`${head}Content-Length: ${Buffer.byteLength(other)}\r\n\r\n${other}`));
  stroke.pass();
};

/** Nothing, for ever. */
export const silence: Strike = () => undefined;

function bodyOf({ body }: Upstream): Buffer {
  return body.length > 0 ? body : Buffer.from('{"id":"00000000-0000-0000-0000-000000000001","Status":{"value":"x"}}');
}
