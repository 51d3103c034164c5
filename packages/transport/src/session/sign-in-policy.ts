import { Readable } from 'node:stream';
import { AcumaticaAuthError, AcumaticaSeatLimitError } from '@acurecord/errors';
import { SEAT_ADVICE } from '../response/seat-limit.js';
import type { Next, Policy } from '../pipeline/policy.js';
import { asCertain, asDoubtful } from '../response/certain-refusal.js';
import type { Call } from '../request/call.js';
import { isReplayable } from '../request/open-body.js';
import { questionAfter } from '../request/question-after.js';
import type { TransportResponse } from '../transport-response.js';
import type { Session } from './session.js';
import type { SessionGate } from './session-gate.js';

/** A 401 this soon after the sign-in is not an idle session. */
const FRESH_MS = 60_000;

/**
 * Gives each call the session that it asks for, and replaces a session that the ERP ended: once, for all calls that met the end of it.
 * The ERP may also accept a sign-in and refuse every call after it; that is one of its ways to say that no seat is free.
 */
export function signInPolicy(gate: SessionGate, retryOnIdleLogout: boolean): Policy {
  return (call, next) => {
    if (call.sessionKind === 'none') return next(call);
    if (call.sessionKind === 'basic' && gate.basic.possible) return byPassword(gate, call, next);
    return inSession(gate, retryOnIdleLogout, call, next);
  };
}

/** In a session by name and password, without one of the API. */
async function byPassword(gate: SessionGate, call: Call, next: Next): Promise<TransportResponse> {
  await gate.stay();
  return leaving(gate, () => gate.basic.send(call, next));
}

async function inSession(gate: SessionGate, mayRenew: boolean, call: Call, next: Next): Promise<TransportResponse> {
  const session = await signedIn(() => gate.enter(call.cancellation));
  return leaving(gate, async () => {
    if (call.sessionKind === 'api-or-basic' && gate.basic.preferred) return gate.basic.send(call, next);
    return next({ ...call, session }).catch((error: unknown) =>
      sendAgain(error, { gate, session, mayRenew, call, next }),
    );
  });
}

/** What fails here fails before the call has left. */
async function signedIn(signIn: () => Session | Promise<Session>): Promise<Session> {
  try {
    return await signIn();
  } catch (error) {
    throw asCertain(error);
  }
}

/** A stream holds its session until it is read or destroyed. */
async function leaving(gate: SessionGate, send: () => Promise<TransportResponse>): Promise<TransportResponse> {
  let response: TransportResponse;
  try {
    response = await send();
  } catch (error) {
    await gate.leave();
    throw error;
  }
  if (response.body instanceof Readable) response.body.once('close', () => void gate.leave());
  else await gate.leave();
  return response;
}

interface Tried {
  readonly gate: SessionGate;
  readonly session: Session;
  readonly mayRenew: boolean;
  readonly call: Call;
  readonly next: Next;
}

async function sendAgain(error: unknown, { gate, session, mayRenew, call, next }: Tried): Promise<TransportResponse> {
  if (!isEndOfSession(error)) throw error;
  if (await isDoubtful(call, session, next)) throw asDoubtful(error);
  // The refusal of such an address need not mean that the session has ended.
  const mayLive = call.sessionKind !== 'api';
  if (!mayRenew || !isReplayable(call.body))
    throw mayLive ? error : asCertain(await gate.refused(session, meaningOf(error, session, call, gate)));
  const fresh = await signedIn(() => gate.replace(session, call.cancellation, mayLive));
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

/** Some sites take no cookies of the API at this address, and name and password instead. */
async function sendByPassword(
  error: AcumaticaAuthError,
  gate: SessionGate,
  call: Call,
  next: Next,
): Promise<TransportResponse> {
  if (!gate.basic.possible) throw error;
  const response = await gate.basic.send(call, next);
  gate.basic.preferred = true;
  return response;
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
