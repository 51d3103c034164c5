import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DeskProblem } from '../desk-problem.js';

const loopback = ['localhost', '127.0.0.1', '::1'];
const reading = ['GET', 'HEAD', 'OPTIONS'];

/** Whether the desk can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return loopback.includes(host);
}

/**
 * Refuses what no page of the desk sends.
 *
 * A foreign `Host` is how a page of another site reads from here after its name was made to point at this machine (DNS
 * rebinding). A write without our header, or from another origin, is how it makes a signed-in browser write (CSRF): no
 * form can set a header, and a script of another site may not without being asked, to which there is no answer here.
 */
export function addGuards(server: FastifyInstance, boundTo: string): void {
  server.addHook('onRequest', async (request) => {
    if (!isOurHost(request.host, boundTo))
      throw forbidden('foreign-host', `This desk does not answer to the name ${JSON.stringify(request.host)}.`);
    if (!reading.includes(request.method)) refuseForeignWrite(request);
  });
}

function refuseForeignWrite({ headers, host }: FastifyRequest): void {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (headers['x-order-desk'] !== '1')
    throw forbidden('foreign-write', 'Writes carry the header X-Order-Desk: 1, which only pages of the desk set.');
  if (origin !== undefined && originHost(origin) !== host)
    throw forbidden('foreign-write', 'Pages of another site may not write here.');
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw forbidden('foreign-write', 'Pages of another site may not write here.');
}

/** An address in numbers cannot be rebound, so a desk that is open to the network answers to any. */
function isOurHost(host: string, boundTo: string): boolean {
  const name = hostName(host);
  if (loopback.includes(name)) return true;
  return !isLoopback(boundTo) && (name === boundTo || isIP(name) > 0 || name === hostname().toLowerCase());
}

function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1');
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function forbidden(kind: string, detail: string): DeskProblem {
  return new DeskProblem(403, kind, detail, { title: 'Not allowed' });
}
