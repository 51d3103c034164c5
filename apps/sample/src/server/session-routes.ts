import type { FastifyInstance } from 'fastify';
import type { DeskSession } from '../../contract/index.js';
import type { Desk } from '../desk.js';
import { maxFileBytes } from './file-routes.js';

/** Which ERP this is, and how it is doing. */
export function addSessionRoutes(server: FastifyInstance, desk: Desk): void {
  server.get('/api/session', (): DeskSession => {
    const { target, client, faults } = desk;
    const { endpoint = '', version = '' } = client.schema ?? {};
    return {
      mode: target.simulator === undefined ? 'tenant' : 'simulator',
      ...target.place,
      endpoint: { name: endpoint, version },
      faults: faults?.names ?? [],
      maxFileBytes,
    };
  });
  server.get('/api/health', () => desk.health.health);
}
