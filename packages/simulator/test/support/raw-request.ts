import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

/** What came back, as it came back. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly cookies: readonly string[];
  readonly text: string;
  readonly bytes: Buffer;
  /** The parsed body; `undefined` when it is empty. @throws SyntaxError when it is not JSON */
  readonly json: unknown;
}

/** Sends one request over a socket of its own, with nothing a client library would add. */
export function rawRequest(
  origin: string,
  method: string,
  path: string,
  options: {
    readonly headers?: Record<string, string>;
    readonly lengthless?: boolean;
    readonly body?: string | Buffer;
  } = {},
): Promise<RawAnswer> {
  const url = new URL(origin);
  const { body } = options;
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const headers = { 'Content-Type': 'application/json', ...length, ...options.headers };
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: url.hostname,
        port: url.port,
        method,
        path: url.pathname.replace(/\/$/, '') + path,
        headers,
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            cookies: response.headers['set-cookie'] ?? [],
            text,
            bytes,
            get json(): unknown {
              return text === '' ? undefined : (JSON.parse(text) as unknown);
            },
          });
        });
      },
    );
    sent.on('error', reject);
    if (options.lengthless === true) sent.useChunkedEncodingByDefault = false;
    sent.end(body);
  });
}
