import { Readable } from 'node:stream';
import { AcumaticaConnectionError, AcumaticaError, AcumaticaTimeoutError } from '@acurecord/errors';
import type { Clock } from '../clock.js';
import { reasonOf } from '../clock.js';
import type { Policy } from '../pipeline/policy.js';

/** Ends one try when its time is over or its caller gives up; every later stage sees one signal for both. */
export function timeoutPolicy(clock: Clock): Policy {
  return async (call, next) => {
    const { signal, timeoutMs, operation } = call;
    if (signal?.aborted) throw reasonOf(signal);
    const attempt = new AbortController();
    const abort = (): void => attempt.abort(reasonOf(signal));
    const cancel = clock.after(timeoutMs, () => attempt.abort(timeoutError(operation, timeoutMs)));
    signal?.addEventListener('abort', abort, { once: true });
    const unlink = (): void => signal?.removeEventListener('abort', abort);
    try {
      const response = await next({ ...call, signal: attempt.signal });
      // A stream is read later; until its end its caller must be able to abort it.
      if (response.body instanceof Readable) response.body.once('close', unlink);
      else unlink();
      return response;
    } catch (error) {
      unlink();
      // Each fetch has its own word for an abort; the reason is the truth.
      throw attempt.signal.aborted ? onTheWire(reasonOf(attempt.signal), operation) : error;
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
