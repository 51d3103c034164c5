import {
  AcumaticaAmbiguousOutcomeError,
  AcumaticaAuthError,
  AcumaticaBusinessRuleError,
  AcumaticaConcurrencyError,
  AcumaticaConnectionError,
  AcumaticaError,
  AcumaticaNotFoundError,
  AcumaticaQueryError,
  AcumaticaRateLimitError,
  AcumaticaSeatLimitError,
  AcumaticaTimeoutError,
  AcumaticaValidationError,
} from 'acurecord';
import type { Problem } from '../../contract/index.js';
import { DeskProblem } from '../desk-problem.js';
import { problemOfRequest } from './problem-of-request.js';

/** A cause on the side of the ERP, and what the visitor is told. The first that fits counts: children before parents. */
const causes: readonly (readonly [typeof AcumaticaError, number, string, string])[] = [
  [AcumaticaNotFoundError, 404, 'not-found', 'Not found'],
  [AcumaticaValidationError, 422, 'refused', 'The ERP refuses this'],
  [AcumaticaBusinessRuleError, 422, 'refused', 'The ERP refuses this'],
  [AcumaticaConcurrencyError, 409, 'busy', 'The record is busy or has changed'],
  [AcumaticaQueryError, 400, 'malformed', 'The request makes no sense'],
  [AcumaticaAmbiguousOutcomeError, 502, 'ambiguous', 'Nobody knows whether it was done'],
  [AcumaticaSeatLimitError, 503, 'no-seat', 'No API seat is free'],
  [AcumaticaRateLimitError, 503, 'throttled', 'The ERP is busy'],
  [AcumaticaAuthError, 502, 'sign-in', 'The ERP does not let the desk in'],
  [AcumaticaTimeoutError, 504, 'timeout', 'The ERP did not answer in time'],
  [AcumaticaConnectionError, 502, 'unreachable', 'The ERP cannot be reached'],
  [AcumaticaError, 502, 'erp', 'The ERP could not do this'],
];

const ambiguousHint =
  'It was not sent again, since that could do it twice. Open the order anew and look whether it was done before you try again.';

/** What is told about an error. Messages of AcuRecord hold no secret; of any other error nothing is told. */
export function problemFromError(error: unknown): Problem {
  if (error instanceof DeskProblem) {
    const { status, kind, title, message, hint, errors, more } = error;
    return problem(status, kind, title, message, { ...(hint && { hint }), ...(errors && { errors }), ...more });
  }
  if (AcumaticaError.is(error)) return problemOfErp(error);
  return (
    problemOfRequest(error) ??
    problem(500, 'internal', 'Something went wrong here', 'The desk failed. The reason stands in its log.')
  );
}

function problemOfErp(error: AcumaticaError): Problem {
  const [, status, kind, title] = causes.find(([cause]) => cause.is(error)) ?? [
    undefined,
    502,
    'erp',
    'The ERP failed',
  ];
  const hint = kind === 'ambiguous' ? ambiguousHint : error.suggestions[0];
  const issues = AcumaticaValidationError.is(error) ? error.issues : [];
  const errors = issues.map(({ path, message }) => ({ path, message }));
  return problem(status, kind, title, error.message, {
    ...(hint !== undefined && { hint }),
    ...(errors.length > 0 && { errors }),
  });
}

/** A problem of a kind of ours. */
export function problem(status: number, kind: string, title: string, detail: string, more: object = {}): Problem {
  return { type: `/problems/${kind}`, title, status, detail, ...more };
}
