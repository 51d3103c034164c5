import type { FastifyInstance } from 'fastify';
import type { Desk } from '../desk.js';
import { DeskProblem } from '../desk-problem.js';

/** What went over the wire, and trouble on request. */
export function addWireRoutes(server: FastifyInstance, { wire, faults }: Desk): void {
  server.get('/api/wire', () => wire.entries);

  server.post<{ Params: { readonly name: string } }>('/api/faults/:name', async ({ params: { name } }) => {
    if (faults?.has(name) !== true)
      throw DeskProblem.notFound(
        faults === undefined ? 'Faults can be brought about on the simulator alone.' : `There is no fault "${name}".`,
      );
    return faults.bringAbout(name);
  });
}
