import type { Agent, ClientRequest } from 'node:http';
import type { AgentOptions, RequestOptions } from 'node:https';
import type { Socket } from 'node:net';
import { openTunnel } from './open-tunnel.js';

/** The part of an agent that Node's types leave out. */
interface Asked {
  addRequest(request: ClientRequest, options: RequestOptions): void;
}

/** Makes each connection of an agent a tunnel through an HTTP proxy; TLS with the site goes through the tunnel. */
export function throughProxy<A extends Agent>(agent: A, proxy: URL, tls: AgentOptions): A {
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
    const { host, port } = options;
    openTunnel({ proxy, host: host ?? '', port: port ?? '', tls, asker }).then(
      (socket) => done?.(null, secure ? connect({ ...options, socket }) : socket),
      (failure: Error) => done?.(failure, undefined as never),
    );
    return undefined;
  };
  return agent;
}
