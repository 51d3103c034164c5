import type { AddressInfo } from 'node:net';
import type { Simulator, SimulatorOptions } from '@acurecord/simulator';
import type { FastifyInstance } from 'fastify';
import { openDesk } from '../../src/desk.js';
import type { Desk } from '../../src/desk.js';
import { standOnSimulator } from '../../src/target.js';
import { createServer } from '../../src/server/create-server.js';
import type { ServerOptions } from '../../src/server/create-server.js';
import { ask } from './ask.js';
import type { Question } from './ask.js';
import { until } from './until.js';

type Plain = Record<string, unknown>;

/** What pages of the desk send with every write. */
export const writing = { 'x-order-desk': '1' };

/** A desk on a simulator of its own for the tests of a file; the data is as new before each of them. */
export function useDesk(options: ServerOptions = {}, company: SimulatorOptions = {}) {
  const opened = {} as { desk: Desk; server: FastifyInstance; simulator: Simulator; url: string };
  let begin: ReturnType<Simulator['snapshot']>;

  beforeAll(async () => {
    const desk = await openDesk(await standOnSimulator(company));
    const { simulator } = desk.target;
    if (simulator === undefined) throw new Error('There is no simulator.');
    const server = await createServer(desk, options);
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    Object.assign(opened, { desk, simulator, server, url: `http://127.0.0.1:${port}` });
    begin = simulator.snapshot();
    // The first run has begun by itself.
    await until(() => desk.tasks.row('sync-customers')?.history.length === 1);
  });

  beforeEach(async () => {
    opened.simulator.restore(begin);
    await opened.desk.client.cache.clear();
  });

  afterAll(async () => {
    await opened.server.close();
    await opened.desk[Symbol.asyncDispose]();
    expect(opened.simulator.sessions()).toHaveLength(0);
    await opened.desk.target[Symbol.asyncDispose]();
  });

  return {
    opened,
    get: <T = Plain>(path: string, headers = {}) => ask<T>(opened.url + path, { headers }),
    post: <T = Plain>(path: string, payload?: Question['payload'], headers = {}) =>
      ask<T>(opened.url + path, { method: 'POST', headers: { ...writing, ...headers }, payload }),
    put: <T = Plain>(path: string, payload?: Question['payload'], headers = {}) =>
      ask<T>(opened.url + path, { method: 'PUT', headers: { ...writing, ...headers }, payload }),
  };
}
