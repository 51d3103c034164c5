import { AcumaticaError, redactText } from '@acurecord/errors';
import type { Observer } from '../observe/observer.js';
import type { TransportEvent } from '../observe/transport-hooks.js';
import type { Policy } from '../pipeline/policy.js';
import type { Call } from '../request/call.js';
import { checkedHeaders } from '../request/checked-headers.js';

/** Tells about each try: before it leaves, where hooks may change its headers, and when its answer came. */
export function observePolicy(observer: Observer): Policy {
  return async (call, next) => {
    const watched = observer.listens('onRequest') || observer.listens('onResponse');
    const event = watched ? eventOf(call) : undefined;
    const ready = event ? await announced(observer, call, event) : call;
    const startedAt = steadyMs();
    observer.counters.sent(call.method);
    try {
      const response = await next(ready);
      answered(observer, event, response.status, startedAt);
      return response;
    } catch (error) {
      const status = AcumaticaError.is(error) ? error.status : undefined;
      if (status !== undefined) answered(observer, event, status, startedAt);
      throw error;
    }
  };
}

/** Time that never jumps; `performance` has it too, but takes a program a millisecond to load. */
function steadyMs(): number {
  return process.uptime() * 1000;
}

async function announced(observer: Observer, call: Call, event: TransportEvent): Promise<Call> {
  const request = { ...event, headers: { ...call.headers } };
  await observer.tell('onRequest', () => request);
  return { ...call, headers: checkedHeaders(request.headers) };
}

function answered(observer: Observer, event: TransportEvent | undefined, status: number, startedAt: number): void {
  const durationMs = steadyMs() - startedAt;
  observer.counters.answered(status, durationMs);
  if (event) observer.tell('onResponse', () => ({ ...event, status, durationMs }));
}

/** Every notation of a secret has one of these in it; most paths have none, and redaction takes longer than the rest of an event. */
const MAY_HOLD_SECRET = /[=:\s]|%3[ad]|%20/i;

/** What every event tells of a call. */
export function eventOf({ id, operation, method, path, attempt }: Call): TransportEvent {
  return { callId: id, operation, method, path: MAY_HOLD_SECRET.test(path) ? redactText(path) : path, attempt };
}
