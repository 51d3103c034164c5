import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

type OpenAgent = Agent & { addRequest(request: ClientRequest, ...rest: unknown[]): void };

/**
 * Holds on to the one request that cross-fetch makes, to do what it cannot: end it without the cost of an AbortSignal, and notice an answer
 * whose connection broke, where cross-fetch waits forever for the rest.
 */
export class RequestWatch {
  /** Does as the real agent does, and catches the request as it passes. */
  readonly agent: Agent;
  #request: ClientRequest | undefined;
  #answer: IncomingMessage | undefined;
  #body: Readable | undefined;

  constructor(agent: Agent) {
    const addRequest = (request: ClientRequest, ...rest: unknown[]): void => {
      this.#request = request;
      request.once('response', (answer: IncomingMessage) => (this.#answer = answer));
      (agent as OpenAgent).addRequest(request, ...rest);
    };
    this.agent = Object.create(agent, { addRequest: { value: addRequest } }) as Agent;
  }

  /** Ends request and answer with an error. */
  end(reason: Error): void {
    this.#body?.destroy(reason);
    this.#request?.destroy(reason);
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

function ignore(): void {
  // The reader of the body gets the error.
}

function cut(): Error {
  return Object.assign(new Error('The connection closed before the whole answer came.'), { code: 'ECONNRESET' });
}
