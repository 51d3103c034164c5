import type { FastifyInstance } from 'fastify';
import { DeskProblem } from '../desk-problem.js';
import { problemFromError } from './problem.js';

/** Answers every failure as `application/problem+json`; only failures of the desk itself are logged. */
export function answerProblems(server: FastifyInstance): void {
  server.setErrorHandler((error, request, reply) => {
    const problem = problemFromError(error);
    if (problem.status === 500) request.log.error(error);
    // What is left of a body that is too large is not waited for.
    if (problem.status === 413) reply.header('Connection', 'close');
    if (problem.status === 503) reply.header('Retry-After', '5');
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  });
  server.setNotFoundHandler((request) => {
    throw DeskProblem.notFound(`There is no ${request.method} ${request.url.split('?')[0] ?? ''} here.`);
  });
}
