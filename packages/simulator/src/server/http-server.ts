import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SimulatorOptions } from '../simulator-options.js';

/** A listening socket and the way to close it. */
export interface HttpServer {
  /** `http://127.0.0.1:49152` */
  readonly origin: string;
  /** Stops listening and drops every connection. */
  close(): Promise<void>;
}

const loopback = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Listens on a loopback address. @throws Error for any other address, and when the port is taken. */
export async function listen(options: SimulatorOptions, listener: RequestListener): Promise<HttpServer> {
  const { host = '127.0.0.1', port = 0, tls } = options;
  if (!loopback.test(host)) throw new Error(`The simulator listens on loopback addresses only, not on ${host}.`);
  const server: Server = tls === undefined ? createServer(listener) : createSecureServer({ ...tls }, listener);
  server.keepAliveTimeout = 60_000;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: taken } = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  return { origin: `${tls === undefined ? 'http' : 'https'}://${shown}:${taken}`, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
