import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

/** An answer as a test looks at it. */
export interface Answer<T> {
  readonly status: number;
  /** Undefined for what is no JSON. */
  readonly body: T;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** A request as it goes over the wire: no header is added, none is forbidden. */
export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object becomes JSON. */
  readonly payload?: object | string | Buffer | undefined;
}

/** Asks a server over a socket of its own. */
export function ask<T>(url: string, { method = 'GET', headers = {}, payload }: Question = {}): Promise<Answer<T>> {
  const isJson = typeof payload === 'object' && !Buffer.isBuffer(payload);
  const content = isJson ? { 'content-type': 'application/json' } : {};
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, agent: false, headers: { ...content, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const hasJson = /[/+]json/.test(answer.headers['content-type'] ?? '');
        const body = (hasJson ? JSON.parse(text) : undefined) as T;
        resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers, body });
      });
    });
    asked.on('error', reject);
    asked.end(isJson ? JSON.stringify(payload) : payload);
  });
}
