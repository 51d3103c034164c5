import {
  AcumaticaConcurrencyError,
  AcumaticaConfigError,
  AcumaticaConnectionError,
  AcumaticaError,
  AcumaticaNotFoundError,
  AcumaticaQueryError,
  AcumaticaRateLimitError,
  AcumaticaServerError,
} from '@acurecord/errors';
import { CutOff } from '../pipeline/cut-off.js';
import { isReplayable } from '../request/open-body.js';
import type { Call } from '../request/call.js';
import { isCertain } from '../response/certain-refusal.js';
import { abandonedWrite, foundAgain, unknownOutcome } from './ambiguous-outcome.js';
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
/** Statuses of whoever stands between; the ERP has none of them. */
const GATEWAY = new Set([408, 499, 502, 503, 504, 520, 521, 522, 523, 524, 598, 599]);

/**
 * Whether a failed call is sent again, and what its failure means. A retry never doubles a document, and a write is only
 * said to have failed where that is certain (see `answer-table.ts`):
 *
 * | failure                                       | read       | repeatable        | once              |
 * |-----------------------------------------------|------------|-------------------|-------------------|
 * | no byte left: refused, unknown host, sign-in  | again      | again             | again             |
 * | connection lost, timeout, a gateway's status  | again      | again             | ambiguous outcome |
 * | 429 of the licence                            | again      | again             | fails             |
 * | 429 of a proxy                                | again      | again             | ambiguous outcome |
 * | 409: a long operation runs                    | again, up to `busyWaitMs`  | the same | the same  |
 * | given up by the caller after it had left      | the reason | ambiguous outcome | ambiguous outcome |
 * | any other certain refusal                     | fails      | fails             | fails             |
 * | anything else, an unreadable answer too       | fails      | ambiguous outcome | ambiguous outcome |
 *
 * After a try that may have reached the ERP, a DELETE that finds nothing is done; a write that fails then in any way, or
 * has used up its tries, is an ambiguous outcome.
 */
export function planRetry(call: Call, error: unknown, state: RetryState, options: Required<RetryOptions>): RetryPlan {
  if (isGivenUp(call, error)) return { kind: 'fail', error: afterGivingUp(call, error, state) };
  if (AcumaticaError.is(error)) {
    if (state.mayHaveHappened && call.method === 'DELETE' && AcumaticaNotFoundError.is(error)) return { kind: 'done' };
    const delayMs = isBusy(error) ? busyPauseMs(call, state, options) : pauseBefore(call, error, state, options);
    if (delayMs !== undefined) {
      const busyMs = isBusy(error) ? state.busyMs + delayMs : state.busyMs;
      return { kind: 'again', delayMs, mayHaveHappened: state.mayHaveHappened || !leftNothing(error), busyMs };
    }
  }
  return { kind: 'fail', error: failureOf(call, error, state) };
}

/** What a call that is not sent again fails with. */
export function failureOf(call: Call, error: unknown, { mayHaveHappened, attempts }: RetryState): unknown {
  if (call.repeatability === 'read' || (!mayHaveHappened && leftNothing(error))) return error;
  const isFound = AcumaticaError.is(error) && error.status === 412 && isInsertOnly(call);
  return mayHaveHappened && isFound ? foundAgain(call, error) : unknownOutcome(call, error, attempts);
}

/** Whether the call certainly did nothing in the ERP; what is no error of the ERP or its network came before any byte left. */
function leftNothing(error: unknown): boolean {
  if (isCertain(error) || !AcumaticaError.is(error)) return true;
  return wasNotSent(error) || AcumaticaConfigError.is(error) || AcumaticaQueryError.is(error);
}

/** Pause before the next try; undefined where there is none. */
function pauseBefore(
  call: Call,
  error: AcumaticaError,
  { attempts }: RetryState,
  options: Required<RetryOptions>,
): number | undefined {
  if (attempts >= options.attempts) return undefined;
  if (!isReplayable(call.body) && !wasNotSent(error)) return undefined;
  const mayRepeat = call.repeatability !== 'once';
  const again = isLost(error) ? mayRepeat || isCertain(error) : mayRepeat && AcumaticaRateLimitError.is(error);
  return again || wasNotSent(error) ? pauseMs(error, attempts, options) : undefined;
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

function isBusy(error: AcumaticaError): boolean {
  return AcumaticaConcurrencyError.is(error) && error.status === 409;
}

function busyPauseMs(
  call: Call,
  { busyMs, attempts }: RetryState,
  { busyWaitMs }: Required<RetryOptions>,
): number | undefined {
  const delayMs = Math.min(BUSY_FIRST_MS * 1.5 ** (attempts - 1), BUSY_LONGEST_MS);
  return isReplayable(call.body) && busyMs + delayMs <= busyWaitMs ? delayMs : undefined;
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
