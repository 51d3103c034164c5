import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a tiny server does with a request after it was read. */
export type Answering = (request: IncomingMessage & { body: Buffer }, response: ServerResponse) => void;

/** A server that speaks sign-in and sign-out, and leaves everything else to the test. Bytes and sockets are the test's. */
export interface MiniErp {
  readonly url: string;
  /** Each request as `METHOD path`. */
  readonly log: string[];
  /** Sessions that are open. */
  readonly seats: Set<string>;
  readonly server: Server;
  answer: Answering;
  close(): Promise<void>;
}

export async function startMiniErp(
  answer: Answering = (_request, response) => void response.end('[]'),
): Promise<MiniErp> {
  const log: string[] = [];
  const seats = new Set<string>();
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    log.push(`${request.method} ${request.url}`);
    if (request.url !== '/entity/auth/login' && request.url !== '/entity/auth/logout' && erp.answer.length === 3)
      return erp.answer(Object.assign(request, { body: Buffer.alloc(0) }), response);
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const session = /ASP\.NET_SessionId=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    if (request.url === '/entity/auth/login') {
      const fresh = `s${log.length}`;
      seats.add(fresh);
      response
        .writeHead(204, { 'Set-Cookie': [`ASP.NET_SessionId=${fresh}; path=/`, `ASP.NET_SessionId=${fresh}; path=/`] })
        .end();
    } else if (request.url === '/entity/auth/logout') {
      seats.delete(session);
      response.writeHead(request.headers['content-length'] === '0' ? 204 : 411).end();
    } else {
      erp.answer(Object.assign(request, { body: Buffer.concat(chunks) }), response);
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const erp: MiniErp = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    seats,
    server,
    answer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return erp;
}
