import { unauthorized } from '../identity/authenticate.js';
import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { htmlPage, jsonAnswer, withHeaders } from '../server/answer.js';
import { insufficientRights, notFound, preconditionFailed, serverError } from '../server/error-answers.js';
import { throttled } from '../identity/throttled-answer.js';
import type { SteeringRule } from './steering-rule.js';

/** The answer a rule puts in place of the real one, or `undefined` when it only delays or cuts. */
export function answerOfRule(instance: Instance, rule: SteeringRule): Answer | undefined {
  const answer = rawAnswer(instance, rule);
  return answer === undefined || rule.headers === undefined ? answer : withHeaders(answer, rule.headers);
}

function rawAnswer(instance: Instance, rule: SteeringRule): Answer | undefined {
  const { status, body, html = false, garbage = false } = rule;
  if (html) return htmlPage(status ?? 502, 'Bad Gateway', 'The server behind the proxy did not answer.');
  if (garbage) return jsonAnswer(status ?? 200, '{"id":"\u0000\u0001 not json at all');
  if (body === undefined && status !== undefined) return usualAnswer(instance, status);
  if (body === undefined) return undefined;
  if (typeof body === 'string') return { status: status ?? 200, headers: { 'Content-Type': 'text/plain' }, body };
  return jsonAnswer(status ?? 200, JSON.stringify(body));
}

/** How the ERP usually looks when it answers with this status. */
function usualAnswer(instance: Instance, status: number): Answer {
  const usual: Readonly<Record<number, () => Answer>> = {
    401: () => unauthorized(instance),
    403: () => insufficientRights('Customers', 'AR303000').answer,
    404: () => notFound('No HTTP resource was found that matches the request URI.').answer,
    409: () => ({ status, headers: {}, body: '' }),
    412: () => preconditionFailed('The precondition of the request is not met.').answer,
    429: () => throttled(instance),
    502: () => htmlPage(502, 'Bad Gateway', 'The server behind the proxy did not answer.'),
    503: () => htmlPage(503, 'Service Unavailable', 'The service is unavailable.'),
    504: () => htmlPage(504, 'Gateway Timeout', 'The server behind the proxy did not answer in time.'),
  };
  const known = usual[status];
  if (known !== undefined) return known();
  if (status >= 400) return serverError('PX.Data.PXException', 'The operation failed.', { status });
  return { status, headers: {}, body: '' };
}
