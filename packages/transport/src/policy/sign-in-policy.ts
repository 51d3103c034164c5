import { Readable } from 'node:stream';
import { AcumaticaAuthError, AcumaticaSeatLimitError } from '@acurecord/errors';
import { SEAT_ADVICE } from '../response/seat-limit.js';
import type { Next, Policy } from '../pipeline/policy.js';
import { asCertain, asDoubtful } from '../response/certain-refusal.js';
import type { Call } from '../request/call.js';
import { isReplayable } from '../request/open-body.js';
import { questionAfter } from '../request/question-after.js';
import type { Session } from '../session/session.js';
import type { SessionGate } from '../session/session-gate.js';
import type { TransportResponse } from '../transport-response.js';

/** A 401 this soon after the sign-in is not an idle session. */
const FRESH_MS = 60_000;

/**
 * Gives each call the session, and replaces a session that the ERP ended: once, for all calls that met the end of it.
 * The ERP may also accept a sign-in and refuse every call after it; that is one of its ways to say that no seat is free.
 */
export function signInPolicy(gate: SessionGate, retryOnIdleLogout: boolean): Policy {
  return async (call, next) => {
    const session = await entered(gate, call);
    try {
      const aside = isOData(call) ? gate.aside : undefined;
      const response = await next({ ...call, session: aside ?? session }).catch((error: unknown) => {
        if (aside) throw error;
        return sendAgain(error, gate, session, retryOnIdleLogout, call, next);
      });
      // A stream holds its session until it is read or destroyed.
      if (response.body instanceof Readable) response.body.once('close', () => void gate.leave());
      else await gate.leave();
      return response;
    } catch (error) {
      await gate.leave();
      throw error;
    }
  };
}

/** What fails here fails before the call has left. */
async function entered(gate: SessionGate, { cancellation }: Call): Promise<Session> {
  try {
    return await gate.enter(cancellation);
  } catch (error) {
    throw asCertain(error);
  }
}

async function sendAgain(
  error: unknown,
  gate: SessionGate,
  session: Session,
  retryOnIdleLogout: boolean,
  call: Call,
  next: Next,
): Promise<TransportResponse> {
  if (!isEndOfSession(error)) throw error;
  if (await isDoubtful(call, session, next)) throw asDoubtful(error);
  const mayLive = isOData(call);
  if (!retryOnIdleLogout || !isReplayable(call.body))
    throw mayLive ? error : asCertain(await gate.refused(session, meaningOf(error, session, call, gate)));
  const fresh = await gate.replace(session, call.cancellation, mayLive).catch((failure: unknown) => {
    throw asCertain(failure);
  });
  try {
    return await next({ ...call, session: fresh });
  } catch (again) {
    if (!isEndOfSession(again)) throw again;
    if (await isDoubtful(call, fresh, next)) throw asDoubtful(again);
    if (mayLive) return sendByPassword(again, gate, call, next);
    throw asCertain(await gate.refused(fresh, meaningOf(again, fresh, call, gate)));
  }
}

/**
 * Whether a 401 to a write leaves open what was done. One whose session has ended was turned away
 * at the door, and then a read is too; where the session lives, somebody has answered 401 after the write.
 */
async function isDoubtful(call: Call, session: Session, next: Next): Promise<boolean> {
  const question = call.repeatability === 'read' ? undefined : questionAfter(call);
  if (question === undefined) return false;
  return next({ ...question, session }).then(
    () => true,
    (error: unknown) => !isEndOfSession(error),
  );
}

/** OData addresses of some sites take no cookies of the API, and name and password instead. */
async function sendByPassword(
  error: AcumaticaAuthError,
  gate: SessionGate,
  call: Call,
  next: Next,
): Promise<TransportResponse> {
  const session = gate.openAside();
  if (!session) throw error;
  const response = await next({ ...call, session });
  gate.keepAside(session);
  return response;
}

const ODATA = /^(?:https?:\/\/[^?]*?)?\/(?:t\/[^/]+\/api\/odata|odata|odatav4)(?:[/?]|$)/i;

function isOData({ path }: Call): boolean {
  return ODATA.test(path);
}

function meaningOf(error: AcumaticaAuthError, session: Session, { path }: Call, gate: SessionGate): AcumaticaAuthError {
  const fresh = !session.proven && gate.now() - session.openedAt < FRESH_MS;
  return fresh && path.startsWith('/entity/') ? noSeat(error) : error;
}

function isEndOfSession(error: unknown): error is AcumaticaAuthError {
  return AcumaticaAuthError.is(error) && error.status === 401;
}

function noSeat(cause: AcumaticaAuthError): AcumaticaSeatLimitError {
  const { operation } = cause;
  return new AcumaticaSeatLimitError(
    `${operation} was refused with 401 right after a sign-in that the ERP accepted: most likely no API seat is free.`,
    { status: 401, ...(operation === undefined ? {} : { operation }), suggestions: SEAT_ADVICE, cause },
  );
}
