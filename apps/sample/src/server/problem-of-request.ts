import type { FastifyError } from 'fastify';
import type { FieldProblem, Problem } from '../../contract/index.js';

type ValidationFault = NonNullable<FastifyError['validation']>[number];

const titles: Readonly<Record<number, string>> = {
  400: 'The request makes no sense',
  404: 'Not found',
  408: 'The request took too long',
  413: 'Too large',
  414: 'Too long',
  415: 'This kind of content is not taken here',
  431: 'Too large',
  503: 'The desk is closing',
};

/** What is wrong with a request that fastify refuses: its form, its size, its content type. Undefined for other errors. */
export function problemOfRequest(error: unknown): Problem | undefined {
  const { statusCode, validation, message, code } = error as Partial<FastifyError>;
  if (statusCode === undefined || (statusCode >= 500 && statusCode !== 503) || statusCode < 400) return undefined;
  const errors = validation?.map(fieldProblem);
  return {
    type: code === 'FST_ERR_VALIDATION' ? '/problems/malformed' : '/problems/request',
    title: titles[statusCode] ?? 'The request was refused',
    status: statusCode,
    detail: errors === undefined ? (message ?? '') : errors.map((fault) => `${fault.path} ${fault.message}`).join('; '),
    ...(errors !== undefined && { errors }),
  };
}

function fieldProblem({ instancePath, params, message = 'is wrong' }: ValidationFault): FieldProblem {
  const extra = params['additionalProperty'] ?? params['missingProperty'];
  const steps = instancePath.split('/').filter(Boolean);
  if (typeof extra !== 'string') return { path: steps.join('.'), message };
  const isUnknown = 'additionalProperty' in params;
  return { path: [...steps, extra].join('.'), message: isUnknown ? 'is not known here' : 'is missing' };
}
