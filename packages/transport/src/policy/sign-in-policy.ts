import type { Readable } from 'node:stream';
import { AcumaticaAuthError, AcumaticaSeatLimitError } from '@acurecord/errors';
import { SEAT_ADVICE } from '../answer/seat-limit.js';
import type { Policy } from '../pipeline/policy.js';
import { isReplayable } from '../request/open-body.js';
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
    const session = await gate.enter(call.lifeline);
    let leave: (() => Promise<void>) | undefined = () => gate.leave();
    try {
      const response = await sendWith(session);
      if (call.responseType === 'stream') leave = leaveAtEnd(response, leave);
      return response;
    } finally {
      await leave?.();
    }

    async function sendWith(first: Session): Promise<TransportResponse> {
      try {
        return await next({ ...call, session: first });
      } catch (error) {
        if (!isEndOfSession(error)) throw error;
        if (!retryOnIdleLogout || !isReplayable(call.body)) throw await gate.refused(first, meaningOf(error, first));
      }
      const fresh = await gate.replace(first, call.lifeline);
      try {
        return await next({ ...call, session: fresh });
      } catch (error) {
        throw isEndOfSession(error) ? await gate.refused(fresh, meaningOf(error, fresh)) : error;
      }
    }

    function meaningOf(error: AcumaticaAuthError, { proven, openedAt }: Session): AcumaticaAuthError {
      const fresh = !proven && gate.now() - openedAt < FRESH_MS;
      return fresh && call.path.startsWith('/entity/') ? noSeat(error) : error;
    }
  };
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

/** A stream holds its session until it is read or destroyed. */
function leaveAtEnd({ body }: TransportResponse, leave: () => Promise<void>): undefined {
  (body as Readable).once('close', () => void leave());
  return undefined;
}
