import { createServer, request as send, Agent } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Simulator } from '@acurecord/simulator';
import type { Fault, Stroke, Upstream } from './fault.js';

/** When a fault strikes. */
export type Times = 'once' | 'at every try';

/** What a fault needs of the case it strikes. */
export interface Victim {
  readonly fault: Fault;
  readonly times: Times;
  readonly other: string;
  readonly abort: () => void;
  readonly moveClock: (ms: number) => void;
}

/** A server in front of the simulator where things go wrong with writes. */
export interface FaultyFront {
  readonly url: string;
  /** Lets a fault strike the next writes; undefined lets all be well. */
  arm(victim: Victim | undefined): void;
  /** Resolves when everything that was to be carried out late is. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const LATE_MS = 500;
const NO_ANSWER: Upstream = { status: 204, headers: {}, body: Buffer.alloc(0) };

export async function startFaultyFront(sim: Simulator): Promise<FaultyFront> {
  const agent = new Agent({ keepAlive: true });
  const late = new Set<Promise<unknown>>();
  let armed: Victim | undefined;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const forward = (): Promise<Upstream> => upstreamOf(sim, agent, request, body);
    const victim = isWrite(request) ? armed : undefined;
    if (victim === undefined) return give(response, await forward());
    if (victim.times === 'once') armed = undefined;
    const { fault } = victim;
    if (fault.done === 'late') {
      const work = new Promise((resolve) => setTimeout(resolve, LATE_MS)).then(forward);
      late.add(work.finally(() => late.delete(work)));
    }
    const answer = fault.done === 'yes' ? await forward() : NO_ANSWER;
    const pass = async (): Promise<void> => give(response, fault.done === 'yes' ? answer : await forward());
    fault.strike(strokeOf(victim, { sim, response, answer, pass: () => void pass() }));
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arm: (victim) => void (armed = victim),
    settled: async () => void (await Promise.all(late)),
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface StrokeParts extends Pick<Stroke, 'response' | 'answer' | 'pass'> {
  readonly sim: Simulator;
}

function strokeOf(victim: Victim, { sim, ...parts }: StrokeParts): Stroke {
  return {
    ...parts,
    socket: parts.response.socket as Socket,
    other: victim.other,
    abort: victim.abort,
    moveClock: victim.moveClock,
    endSessions: () => void sim.faults.expireSessions(),
    takeSeats: () => {
      sim.faults.expireSessions();
      sim.faults.limit({ seats: 0 });
    },
  };
}

function isWrite({ method = '', url = '' }: IncomingMessage): boolean {
  return ['PUT', 'PATCH', 'POST', 'DELETE'].includes(method) && !/\/entity\/auth\//.test(url);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function upstreamOf(sim: Simulator, agent: Agent, request: IncomingMessage, body: Buffer): Promise<Upstream> {
  const { method, url = '', headers } = request;
  return new Promise((resolve, reject) => {
    const { 'accept-encoding': _ignored, connection: _hop, ...carried } = headers;
    const call = send(sim.url + url, { method, headers: carried, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}

function give(response: ServerResponse, { status, headers, body }: Upstream): void {
  const { connection: _hop, 'transfer-encoding': _coding, ...carried } = headers;
  response.writeHead(status, carried).end(body);
}
