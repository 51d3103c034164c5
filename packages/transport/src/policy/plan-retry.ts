import {
  AcumaticaConcurrencyError,
  AcumaticaConnectionError,
  AcumaticaError,
  AcumaticaNotFoundError,
  AcumaticaRateLimitError,
  AcumaticaServerError,
} from '@acurecord/errors';
import { CutOff } from '../pipeline/cut-off.js';
import { isReplayable } from '../request/open-body.js';
import type { Call } from '../request/call.js';
import { abandonedWrite, foundAgain, lostAnswer } from './ambiguous-outcome.js';
import type { RetryOptions } from './retry-options.js';

/** What happened to a call so far. */
export interface RetryState {
  /** Tries made, the failed one included. */
  readonly attempts: number;
  /** Whether an earlier try may have reached the ERP without us knowing. */
  readonly mayHaveHappened: boolean;
  /** Time spent waiting for a long operation of the ERP. */
  readonly busyMs: number;
}

/** What to do about a failed try. */
export type RetryPlan =
  | { readonly kind: 'again'; readonly delayMs: number; readonly mayHaveHappened: boolean; readonly busyMs: number }
  /** The ERP did it at an earlier try. */
  | { readonly kind: 'done' }
  | { readonly kind: 'fail'; readonly error: unknown };

const BUSY_FIRST_MS = 1_000;
const BUSY_LONGEST_MS = 10_000;
const GATEWAY = new Set([502, 503, 504]);

/**
 * Whether a failed call is sent again. A retry never doubles a document:
 *
 * | failure                                   | read        | repeatable  | once              |
 * |-------------------------------------------|-------------|-------------|-------------------|
 * | no byte was sent (refused, unknown host)  | again       | again       | again             |
 * | connection lost, timeout, 502, 503, 504   | again       | again       | ambiguous outcome |
 * | an answer of success that cannot be read  | fails       | fails       | ambiguous outcome |
 * | 429                                       | again       | again       | fails             |
 * | 409: a long operation runs                | again, up to `busyWaitMs`  | the same | the same |
 * | given up by the caller after it had left  | the reason  | ambiguous outcome | the same    |
 * | anything else                             | fails       | fails       | fails             |
 *
 * After a try that may have reached the ERP, a DELETE that finds nothing is done, and an insert that finds the record
 * is an ambiguous outcome: it may be ours.
 */
export function planRetry(call: Call, error: unknown, state: RetryState, options: Required<RetryOptions>): RetryPlan {
  if (isGivenUp(call, error)) return { kind: 'fail', error: afterGivingUp(call, error, state) };
  if (!AcumaticaError.is(error)) return { kind: 'fail', error };
  if (state.mayHaveHappened) {
    if (call.method === 'DELETE' && AcumaticaNotFoundError.is(error)) return { kind: 'done' };
    if (isInsertOnly(call) && error.status === 412) return { kind: 'fail', error: foundAgain(call, error) };
  }
  if (AcumaticaConcurrencyError.is(error) && error.status === 409) return planBusy(call, error, state, options);
  const lost = isLost(error);
  const unread = error.code === 'UNREADABLE_ANSWER';
  if ((lost || unread) && call.repeatability === 'once') return { kind: 'fail', error: lostAnswer(call, error) };
  const refused = call.repeatability !== 'once' && AcumaticaRateLimitError.is(error);
  const again = (lost || wasNotSent(error) || refused) && isRepeatable(call, error);
  if (!again || state.attempts >= options.attempts) return { kind: 'fail', error };
  const delayMs = pauseMs(error, state.attempts, options);
  return { kind: 'again', delayMs, mayHaveHappened: state.mayHaveHappened || lost, busyMs: state.busyMs };
}

/** The caller or the end of the transport cut it, on the wire or where it waited for its turn. */
function isGivenUp({ cancellation }: Call, error: unknown): error is Error {
  return error instanceof CutOff || (cancellation.reason !== undefined && error === cancellation.reason);
}

function afterGivingUp(call: Call, error: Error, { mayHaveHappened }: RetryState): Error {
  const sent = error instanceof CutOff;
  const reason = sent ? error.reason : error;
  return (sent || mayHaveHappened) && call.repeatability !== 'read' ? abandonedWrite(call, reason) : reason;
}

/** A broken or missing answer: the ERP may have done what was asked. */
function isLost(error: AcumaticaError): boolean {
  if (GATEWAY.has(error.status ?? 0)) return AcumaticaServerError.is(error);
  return AcumaticaConnectionError.is(error) && !wasNotSent(error);
}

function wasNotSent(error: AcumaticaError): boolean {
  return AcumaticaConnectionError.is(error) && error.context['sent'] === false;
}

/** A single-use stream was not touched where no connection was made. */
function isRepeatable(call: Call, error: AcumaticaError): boolean {
  return isReplayable(call.body) || wasNotSent(error);
}

function planBusy(
  call: Call,
  error: AcumaticaError,
  { busyMs, mayHaveHappened, attempts }: RetryState,
  { busyWaitMs }: Required<RetryOptions>,
): RetryPlan {
  const delayMs = Math.min(BUSY_FIRST_MS * 1.5 ** (attempts - 1), BUSY_LONGEST_MS);
  if (!isReplayable(call.body) || busyMs + delayMs > busyWaitMs) return { kind: 'fail', error };
  return { kind: 'again', delayMs, mayHaveHappened, busyMs: busyMs + delayMs };
}

/** Full jitter: anywhere from 0 to a ceiling that doubles, and not before the server wants to be asked again. */
function pauseMs(error: AcumaticaError, attempts: number, options: Required<RetryOptions>): number {
  const { baseDelayMs, maxDelayMs, random } = options;
  const jitter = random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempts - 1));
  const asked = Number(error.context['retryAfterMs'] ?? 0);
  return Math.min(maxDelayMs, Math.max(jitter, asked));
}

function isInsertOnly({ method, headers }: Call): boolean {
  return (
    method === 'PUT' &&
    Object.entries(headers).some(([name, value]) => /^if-none-match$/i.test(name) && value.trim() === '*')
  );
}
