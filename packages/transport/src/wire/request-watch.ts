import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';

/**
 * Holds on to the one request that cross-fetch makes, to do what it cannot: end it without the cost of an AbortSignal, and notice an answer
 * whose connection broke, where cross-fetch waits forever for the rest.
 */
export class RequestWatch {
  #request: ClientRequest | undefined;
  #answer: IncomingMessage | undefined;
  #body: Readable | undefined;

  /** Watches the request that has just been made. */
  start(request: ClientRequest): void {
    this.#request = request;
    request.once('response', (answer) => (this.#answer = answer));
    // Nobody asked for another protocol; without this Node closes the connection and says nothing.
    request.once('upgrade', ({ statusCode }, socket) => {
      socket.destroy();
      request.emit('error', upgraded(statusCode));
    });
  }

  /** The answer's headers as Node gives them: each by its name in small letters, `set-cookie` as a list. */
  get headers(): IncomingMessage['headers'] {
    return this.#answer?.headers ?? {};
  }

  /** Whether something of the request may have left: it waits for no connection any more. */
  get sent(): boolean {
    const socket = this.#request?.socket as (Socket & { readonly secureConnecting?: boolean }) | null | undefined;
    if (this.#answer) return true;
    return socket ? !socket.connecting && socket.secureConnecting !== true : false;
  }

  /** Ends request and answer with an error. */
  end(reason: Error): void {
    this.#body?.destroy(reason);
    const request = this.#request;
    request?.destroy(reason);
    // While it waits for a connection (of a full pool, through a silent proxy) Node would keep the failure to itself.
    if (request && !request.socket) request.emit('error', reason);
  }

  /** Makes the answer's body fail where the answer is cut; stops sending what an early answer made superfluous. */
  guard(body: Readable, source: unknown): void {
    this.#body = body;
    // Until someone reads it, an early end must not become an uncaught error.
    body.on('error', ignore);
    const answer = this.#answer;
    if (!answer) return;
    const check = (): void => {
      if (!answer.complete) body.destroy(cut());
      if (!(source instanceof Readable) || source.readableEnded) return;
      source.destroy();
      this.#request?.destroy();
    };
    if (answer.closed) check();
    else answer.once('close', check);
  }
}

/** Does as another agent does, and shows each request to the watch that is `next` in line. */
export interface WatchedAgent extends Agent {
  next: RequestWatch | undefined;
}

/** Puts a watch in front of an agent. cross-fetch hands its request to the agent before it returns, so that one place in line is enough. */
export function watchedAgent(agent: Agent): WatchedAgent {
  const real = agent as Agent & { addRequest(request: ClientRequest, ...rest: unknown[]): void };
  const watched = Object.create(real) as WatchedAgent & typeof real;
  watched.next = undefined;
  watched.addRequest = (request, ...rest) => {
    watched.next?.start(request);
    watched.next = undefined;
    real.addRequest(request, ...rest);
  };
  return watched;
}

function ignore(): void {
  // The reader of the body gets the error.
}

function upgraded(status: number | undefined): Error {
  return Object.assign(new Error(`the answer was ${status}, which changes the protocol`), { code: 'EPROTO' });
}

function cut(): Error {
  return Object.assign(new Error('The connection closed before the whole answer came.'), { code: 'ECONNRESET' });
}
