import { Readable } from 'node:stream';
import { AcumaticaTimeoutError } from '@acurecord/errors';
import type { Clock } from '../clock.js';
import { CutOff } from '../pipeline/cut-off.js';
import { CancellationScope } from '../pipeline/cancellation-scope.js';
import type { Policy } from '../pipeline/policy.js';
import type { Call } from '../request/call.js';

/** Ends one try when its time is over or its caller gives up; every later stage hangs on one cancellation for both. */
export function timeoutPolicy(clock: Clock): Policy {
  return async (call, next) => {
    const { timeoutMs, operation } = call;
    const cancellation = new CancellationScope();
    const untie = call.cancellation.onCancel((reason) => cancellation.cancel(reason));
    const cancel = clock.after(timeoutMs, () => cancellation.cancel(timeoutError(operation, timeoutMs)));
    try {
      // Whatever is under way here (a hook, a fetch that heeds no signal) may never end.
      const response = await cancellation.wait(next({ ...call, cancellation }));
      // A stream is read later, and until its end its caller must be able to end it.
      if (response.body instanceof Readable) response.body.once('close', untie);
      else untie();
      return response;
    } catch (error) {
      untie();
      if (cancellation.reason && cancellation.sent && call.session) call.session.touched = true;
      // Each fetch has its own word for an abort; the reason is the truth.
      throw cancellation.reason ? failureOfCut(call, cancellation, cancellation.reason) : error;
    } finally {
      cancel();
    }
  };
}

/** What an exceeded time becomes. `sent` is false where certainly no byte of the request left. */
export function timeoutError(operation: string, timeoutMs: number, sent = true): AcumaticaTimeoutError {
  const timeoutSeconds = timeoutMs / 1000;
  return new AcumaticaTimeoutError(
    `${operation} got no ${sent ? 'answer' : 'connection'} within ${timeoutSeconds} s.`,
    {
      operation,
      timeoutSeconds,
      context: { sent },
      suggestions: [
        sent ? 'Raise timeoutMs, or ask for less.' : 'Check baseUrl, and that the ERP can be reached from here.',
      ],
    },
  );
}

function failureOfCut({ operation, timeoutMs, cancellation }: Call, { sent }: CancellationScope, reason: Error): Error {
  if (cancellation.reason !== undefined) return sent ? new CutOff(operation, reason) : reason;
  return timeoutError(operation, timeoutMs, sent);
}
