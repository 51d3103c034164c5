import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AcumaticaClient } from 'acurecord';

/** No page waits longer for what it reads. */
const readLimitMs = 60_000;

/**
 * Runs every handler with the one client, so that the models used in it need not be told. A read ends upstream when its
 * browser goes away; a write does not, because half of it may be done.
 */
export function runVisitsWith(server: FastifyInstance, client: AcumaticaClient): void {
  // After the body was parsed: its events would lose the context.
  server.addHook('preHandler', (request, reply, done) => {
    const visitor = request.method === 'GET' ? client.with({ signal: readSignal(request, reply) }) : client;
    visitor.run(done);
  });
}

/** Aborted when the browser has gone, or has waited too long for what is no download. */
function readSignal({ routeOptions: { config } }: FastifyRequest, reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return config.isDownload === true ? gone.signal : AbortSignal.any([gone.signal, AbortSignal.timeout(readLimitMs)]);
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its answer may take as long as it flows. */
    readonly isDownload?: boolean;
  }
}
