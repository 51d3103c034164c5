import type { Instance } from '../instance.js';
import { withHeaders } from '../server/answer.js';
import type { Answer } from '../server/answer.js';
import { serverError } from '../server/error-answers.js';

/** The 429 of the instance, in the form it is assumed to have. */
export function throttled({ assume }: Instance): Answer {
  const headers: Record<string, string> =
    assume.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(assume.retryAfterSeconds) };
  if (assume.throttledBody === 'empty') return { status: 429, headers, body: '' };
  if (assume.throttledBody === 'json')
    return withHeaders(serverError('PX.Data.PXException', 'The request has been declined.', { status: 429 }), headers);
  const body = 'The custom error module does not recognize this error.';
  return { status: 429, headers: { ...headers, 'Content-Type': 'text/plain' }, body };
}
