import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { DeskProblem } from '../desk-problem.js';

/** Serves the built front end: its files by their names, and its one page for every other address that a person may open. */
export async function addPages(server: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined || !existsSync(folder)) return;
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    // Names of built files change with their content.
    setHeaders: (answer, path) => {
      const isBuilt = /[\\/]assets[\\/]/.test(path);
      answer.setHeader('Cache-Control', isBuilt ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith('/api/') || /\.\w+$/.test(path)) throw DeskProblem.notFound(`There is no ${path} here.`);
    return reply.sendFile('index.html');
  });
}
