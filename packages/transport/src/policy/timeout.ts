import { Readable } from 'node:stream';
import { AcumaticaConnectionError, AcumaticaError, AcumaticaTimeoutError } from '@acurecord/errors';
import type { Clock } from '../clock.js';
import { Lifeline } from '../pipeline/lifeline.js';
import type { Policy } from '../pipeline/policy.js';

/** Ends one try when its time is over or its caller gives up; every later stage hangs on one lifeline for both. */
export function timeoutPolicy(clock: Clock): Policy {
  return async (call, next) => {
    const { timeoutMs, operation } = call;
    const lifeline = new Lifeline();
    const untie = call.lifeline.onCut((reason) => lifeline.cut(onTheWire(reason, operation)));
    const cancel = clock.after(timeoutMs, () => lifeline.cut(timeoutError(operation, timeoutMs)));
    try {
      const response = await next({ ...call, lifeline });
      // A stream is read later, and until its end its caller must be able to end it.
      if (response.body instanceof Readable) response.body.once('close', untie);
      else untie();
      return response;
    } catch (error) {
      untie();
      // Each fetch has its own word for an abort; the reason is the truth.
      throw lifeline.reason ?? error;
    } finally {
      cancel();
    }
  };
}

/** What an exceeded time becomes. */
export function timeoutError(operation: string, timeoutMs: number): AcumaticaTimeoutError {
  const timeoutSeconds = timeoutMs / 1000;
  return new AcumaticaTimeoutError(`${operation} got no answer within ${timeoutSeconds} s.`, {
    operation,
    timeoutSeconds,
    suggestions: ['Raise timeoutMs, or ask for less.'],
  });
}

/** `close` cut a request off that was on its way: other than a call that still waited, it may have arrived. */
function onTheWire(reason: Error, operation: string): Error {
  if (!AcumaticaError.is(reason) || reason.code !== 'CLOSED') return reason;
  return new AcumaticaConnectionError(`${operation} was cut off, since the transport was closed.`, {
    code: 'CLOSED',
    operation,
    cause: reason,
  });
}
