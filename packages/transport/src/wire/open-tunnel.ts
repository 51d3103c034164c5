import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';

/** The code of a `TunnelError`. */
export const TUNNEL_FAILED = 'TUNNEL_FAILED';

/** The proxy made no way to the site; nothing of a request left. */
export class TunnelError extends Error {
  override readonly name = 'TunnelError';
  readonly code = TUNNEL_FAILED;
}

/** Where a tunnel leads, and how. */
export interface TunnelTarget {
  readonly proxy: URL;
  readonly host: string;
  readonly port: string | number;
  /** Options of Node's `https.request`, for a proxy that speaks TLS itself. */
  readonly tls: { readonly rejectUnauthorized?: boolean | undefined; readonly ca?: unknown };
  /** The request that needs the tunnel; it is given up with it. */
  readonly asker?: ClientRequest | undefined;
}

/** Resolves to a socket through an HTTP proxy, opened by CONNECT, that ends at the site. @throws TunnelError */
export async function openTunnel({ proxy, host, port, tls, asker }: TunnelTarget): Promise<Socket> {
  const { request } = await (proxy.protocol === 'https:' ? import('node:https') : import('node:http'));
  const path = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new TunnelError(`the proxy ${proxy.host} ${reason}`));
    const { ca, rejectUnauthorized } = tls;
    const asking = request({
      method: 'CONNECT',
      host: withoutBrackets(proxy.hostname),
      ...(proxy.port === '' ? {} : { port: proxy.port }),
      path,
      headers: { Host: path, ...authorization(proxy) },
      agent: false,
      ...(ca === undefined ? {} : { ca: ca as string }),
      ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
    });
    const giveUp = (reason: Error): void => void asking.destroy(reason);
    asker?.once('error', giveUp);
    asking.on('connect', ({ statusCode }, socket: Socket, head) => {
      asker?.off('error', giveUp);
      if (statusCode !== 200) {
        socket.destroy();
        fail(refusal(statusCode, path));
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    asking.on('error', ({ message }) => fail(`made no way to ${path}: ${message}`));
    asking.end();
  });
}

function refusal(status: number | undefined, path: string): string {
  return status === 407 ? 'wants another user or password (407)' : `refused a way to ${path} (${status})`;
}

/** The name of a host in an address; a number of IPv6 stands in brackets there. */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const known = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return { 'Proxy-Authorization': `Basic ${known}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
