import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { openDesk } from './desk.js';
import { findGround } from './target.js';
import type { Surroundings } from './target.js';
import type { DeskOptions } from './options.js';
import { createServer } from './server/create-server.js';

/** A desk that is open for visitors. */
export interface OpenDesk {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Which ERP it works on, in words. */
  readonly where: string;
  /** Takes no further visitors, lets those that are here finish, ends the tasks, and gives the seat back. */
  close(): Promise<void>;
}

/** How long requests under way may go on after the desk was told to close. */
const graceMs = 8_000;

const pages = fileURLToPath(new URL('../dist/web', import.meta.url));

/** Finds the ERP, signs in and listens. What was opened is closed again where a later step fails. */
export async function startDesk({ host, ports }: DeskOptions, surroundings: Surroundings): Promise<OpenDesk> {
  const opened: AsyncDisposable[] = [];
  const close = async (): Promise<void> => {
    for (const part of opened.splice(0).reverse()) await part[Symbol.asyncDispose]();
  };
  try {
    const target = await findGround(surroundings);
    opened.push(target);
    const desk = await openDesk(target);
    opened.push(desk);
    const server = await createServer(desk, { host, pages, log: true });
    opened.push({ [Symbol.asyncDispose]: () => closeServer(server) });
    const port = await listen(server, host, ports);
    const { host: site, tenant } = target.place;
    const where = target.simulator === undefined ? `${tenant} at ${site}` : 'the demo company of the simulator';
    return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, where, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The first of the ports that is free. @throws the error of the last one */
async function listen(server: FastifyInstance, host: string, ports: readonly number[]): Promise<number> {
  for (const [index, port] of ports.entries()) {
    try {
      await server.listen({ host, port });
      return (server.server.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || index === ports.length - 1) throw error;
    }
  }
  throw new Error('No port to listen on was named.');
}

async function closeServer(server: FastifyInstance): Promise<void> {
  const late = new AbortController();
  const cut = pause(graceMs, undefined, { signal: late.signal }).then(
    () => server.server.closeAllConnections(),
    () => undefined,
  );
  await server.close();
  late.abort();
  await cut;
}
