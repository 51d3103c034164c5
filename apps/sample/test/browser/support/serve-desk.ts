import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Simulator } from '@acurecord/simulator';
import type { FastifyInstance } from 'fastify';
import { openDesk } from '../../../src/desk.js';
import type { Desk } from '../../../src/desk.js';
import { standOnSimulator } from '../../../src/target.js';
import { createServer } from '../../../src/server/create-server.js';

/** A desk that is open in this process, on a simulator of its own. */
export interface ServedDesk {
  readonly url: string;
  readonly simulator: Simulator;
  /** Puts the data back to what it was when the desk opened, and forgets what was read since. */
  reset(): Promise<void>;
  /** Stops and starts the server alone, at the same address: what a restart looks like to a page. */
  restart(whileClosed: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Opens a desk on a free port. */
export async function serveDesk(pages: string): Promise<ServedDesk> {
  const target = await standOnSimulator();
  const { simulator } = target;
  if (simulator === undefined) throw new Error('There is no simulator.');
  const desk = await openDesk(target);
  const begin = simulator.snapshot();
  let server = await listen(desk, pages, 0);
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    simulator,
    reset: async () => {
      simulator.restore(begin);
      simulator.behave([]);
      await desk.client.cache.clear();
    },
    restart: async (whileClosed) => {
      await server.close();
      await whileClosed();
      server = await listen(desk, pages, port);
    },
    close: async () => {
      await server.close();
      await desk[Symbol.asyncDispose]();
      await target[Symbol.asyncDispose]();
    },
  };
}

async function listen(desk: Desk, pages: string, port: number): Promise<FastifyInstance> {
  const server = await createServer(desk, { pages });
  await server.listen({ host: '127.0.0.1', port });
  return server;
}

/** Where the built pages of the app in this folder are. */
export function builtPages(app: string): string {
  return join(app, 'dist/web');
}
