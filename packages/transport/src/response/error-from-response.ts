import {
  AcumaticaAuthError,
  AcumaticaConcurrencyError,
  AcumaticaNotFoundError,
  AcumaticaRateLimitError,
  AcumaticaServerError,
} from '@acurecord/errors';
import type { AcumaticaError } from '@acurecord/errors';
import { answerFrom } from './answer.js';
import { outcomeOf } from './answer-table.js';
import { asCertain } from './certain-refusal.js';
import type { Answer, AnswerHead, AskedRequest } from './answer.js';
import { errorFromException } from './error-from-exception.js';
import { exceptionTypeOf } from './fault.js';
import { NO_SITE } from './no-site.js';
import { isSeatLimit, seatLimitError } from './seat-limit.js';
import { validationError } from './validation-error.js';

/**
 * The one place that reads status codes: what an unsuccessful answer means, by the evidence of real servers. A wrong password is a 500 there,
 * and so is a missing record; a redirect is a refusal, since the API never moves.
 *
 * `body` is parsed JSON, the text where it is not JSON, or undefined.
 */
export function errorFromResponse(head: AnswerHead, body: unknown, asked: AskedRequest): AcumaticaError {
  const answer = answerFrom(head, body, asked);
  const error = isSeatLimit(answer) ? seatLimitError(answer) : (errorFromException(answer) ?? errorFromStatus(answer));
  return outcomeOf(answer) === 'refused' ? asCertain(error) : error;
}

function errorFromStatus(answer: Answer): AcumaticaError {
  const { status, facts, say, fault } = answer;
  const isSite = !answer.isSignIn || fault.oauthError !== undefined;
  if (status >= 300 && status < 400) return redirected(answer);
  if (status === 400 && fault.oauthError) return new AcumaticaAuthError(say(), facts);
  if (status === 400 || status === 422) return validationError(answer);
  if (status === 401)
    return new AcumaticaAuthError(
      say(isSite ? 'Sign in again, and check that the session may use this address.' : NO_SITE),
      facts,
    );
  if (status === 403) return new AcumaticaAuthError(say('Give the user rights for this form.'), facts);
  if (status === 404)
    return new AcumaticaNotFoundError(
      say(isSite ? 'Check the spelling of endpoint, version, entity and action.' : NO_SITE),
      facts,
    );
  if (status === 409)
    return new AcumaticaConcurrencyError(say('A long operation runs; try again when it has finished.'), facts);
  if (status === 412) return new AcumaticaConcurrencyError(say(conditionAdvice(answer)), facts);
  if (status === 429) return rateLimited(answer);
  return new AcumaticaServerError(say(), { ...facts, ...exceptionTypeOf(fault) });
}

function rateLimited({ facts, say }: Answer): AcumaticaError {
  const waitMs = facts.context?.['retryAfterMs'];
  return new AcumaticaRateLimitError(say('Send fewer requests at a time, or wait.'), {
    ...facts,
    ...(typeof waitMs === 'number' ? { retryAfter: waitMs / 1000 } : {}),
  });
}

function redirected({ facts, say, fault, headers }: Answer): AcumaticaError {
  if (/\/login\.aspx/i.test(headers.get('location') ?? '')) return new AcumaticaAuthError(say('Sign in again.'), facts);
  const advice = fault.text === '' ? 'Check baseUrl; the API itself never redirects.' : undefined;
  return new AcumaticaServerError(say(advice), facts);
}

function conditionAdvice({ asked: { method, headers = {} } }: Answer): string {
  const sent = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  if (sent.has('if-none-match')) {
    return method === 'PATCH'
      ? 'PATCH never inserts: use PUT.'
      : 'The record exists already, and was to be inserted only.';
  }
  if (sent.has('if-match')) return 'The record is not there, and was to be updated only.';
  return 'A condition of the request did not hold.';
}
