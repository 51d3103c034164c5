import type { Agent, ClientRequest, ClientRequestArgs } from 'node:http';
import type { AgentOptions, RequestOptions } from 'node:https';
import type { Socket } from 'node:net';

/** The proxy made no way to the site; nothing of a request left. */
export class TunnelError extends Error {
  override readonly name = 'TunnelError';
  readonly code = TUNNEL_FAILED;
}

/** The code of a `TunnelError`. */
export const TUNNEL_FAILED = 'TUNNEL_FAILED';

/** The part of an agent that Node's types leave out. */
interface Asked {
  addRequest(request: ClientRequest, options: RequestOptions): void;
}

/** Makes each connection of an agent a tunnel through an HTTP proxy, opened by CONNECT; TLS with the site goes through the tunnel. */
export function throughProxy<A extends Agent>(agent: A, proxy: URL, settings: AgentOptions): A {
  const asked = agent as A & Asked;
  const add = asked.addRequest.bind(agent);
  const connect = agent.createConnection.bind(agent) as (options: object) => Socket;
  const secure = (agent as { protocol?: string }).protocol === 'https:';
  let asker: ClientRequest | undefined;
  // Node asks for the connection before this returns, and does not say for whom it is.
  asked.addRequest = (request, options) => {
    asker = request;
    add(request, options);
    asker = undefined;
  };
  agent.createConnection = (options, done) => {
    openTunnel(proxy, options, settings, asker).then(
      (socket) => done?.(null, secure ? connect({ ...options, socket }) : socket),
      (failure: Error) => done?.(failure, undefined as never),
    );
    return undefined;
  };
  return agent;
}

/** Resolves to a socket that ends at the site. It is given up with the request that needs it. */
async function openTunnel(
  proxy: URL,
  { host, port }: ClientRequestArgs,
  settings: AgentOptions,
  asker: ClientRequest | undefined,
): Promise<Socket> {
  const { request } = await (proxy.protocol === 'https:' ? import('node:https') : import('node:http'));
  const question = tunnelRequest(proxy, host ?? '', port ?? '');
  const { ca, rejectUnauthorized } = settings;
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new TunnelError(`the proxy ${proxy.host} ${reason}`));
    const asking = request({
      ...question,
      agent: false,
      ...(ca === undefined ? {} : { ca }),
      ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
    });
    const giveUp = (reason: Error): void => void asking.destroy(reason);
    asker?.once('error', giveUp);
    asking.on('connect', ({ statusCode }, socket: Socket, head) => {
      asker?.off('error', giveUp);
      if (statusCode !== 200) {
        socket.destroy();
        fail(
          statusCode === 407
            ? 'wants another user or password (407)'
            : `refused a way to ${question.path} (${statusCode})`,
        );
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    asking.on('error', ({ message }) => fail(`made no way to ${question.path}: ${message}`));
    asking.end();
  });
}

/** What a proxy is asked for a tunnel to a host, as options of Node's `request`. */
export interface TunnelRequest {
  readonly method: 'CONNECT';
  readonly host: string;
  readonly port?: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The question for a tunnel, with the user and password that the proxy's address holds. */
export function tunnelRequest(proxy: URL, host: string, port: string | number): TunnelRequest {
  const path = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    method: 'CONNECT',
    host: withoutBrackets(proxy.hostname),
    ...(proxy.port === '' ? {} : { port: proxy.port }),
    path,
    headers: { Host: path, ...authorization(proxy) },
  };
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
