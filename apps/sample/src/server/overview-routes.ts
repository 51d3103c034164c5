import type { FastifyInstance } from 'fastify';
import type { Desk } from '../desk.js';
import { keepFor } from '../overview/keep-for.js';
import { readOverview } from '../overview/read-overview.js';

const keepMs = 10_000;

/** The overview: all visitors share one reading of it, which no visitor who leaves can break off. */
export function addOverviewRoutes(server: FastifyInstance, { client, customers }: Desk): void {
  const overview = keepFor(keepMs, () => client.run(() => readOverview(customers)));
  server.get('/api/overview', () => overview.read());
}
