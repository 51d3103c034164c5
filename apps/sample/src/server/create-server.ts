import helmet from '@fastify/helmet';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Desk } from '../desk.js';
import { answerProblems } from './answer-problems.js';
import { closeSoon } from './close-soon.js';
import { addCustomerRoutes } from './customer-routes.js';
import { addEventRoutes } from './event-routes.js';
import { addFileRoutes } from './file-routes.js';
import { addGuards } from './guards.js';
import { addOrderRoutes } from './order-routes.js';
import { addOrdersRoutes } from './orders-routes.js';
import { addOverviewRoutes } from './overview-routes.js';
import { addPages } from './pages.js';
import { addSessionRoutes } from './session-routes.js';
import { addTaskRoutes } from './task-routes.js';
import { runVisitsWith } from './visit.js';
import { addWireRoutes } from './wire-routes.js';

/** How the desk's server is set up. */
export interface ServerOptions {
  /** The address it will listen on, which decides the names it answers to. @default '127.0.0.1' */
  readonly host?: string;
  /** Folder of the built front end. @default none is served */
  readonly pages?: string;
  /** Whether failures of the desk itself are logged. @default false */
  readonly log?: boolean;
}

const maxJsonBytes = 256 * 1024;

/** The desk's server, which does not listen yet. */
export async function createServer(desk: Desk, options: ServerOptions = {}): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: maxJsonBytes,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    logger: options.log === true ? { level: 'error' } : false,
    // Nothing is bent into shape: what does not fit is refused.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } },
  });
  answerProblems(server);
  closeSoon(server);
  await server.register(helmet, securityHeaders);
  addGuards(server, options.host ?? '127.0.0.1');
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('Cache-Control', 'no-store');
  });
  runVisitsWith(server, desk.client);
  acceptJsonAlone(server);
  addSessionRoutes(server, desk);
  addOverviewRoutes(server, desk);
  addOrdersRoutes(server, desk);
  addOrderRoutes(server, desk);
  addFileRoutes(server);
  addCustomerRoutes(server);
  addTaskRoutes(server, desk);
  addWireRoutes(server, desk);
  addEventRoutes(server, desk);
  await addPages(server, options.pages);
  return server;
}

/** Only what comes from here runs and shows; nobody may put the desk into a frame. Plain HTTP on loopback stays plain. */
const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
} as const;

/** Bodies are JSON: a form of another site can send text, but not that. A write without a body may say so too. */
function acceptJsonAlone(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body, done);
  });
}
