import { AcumaticaError, redactText } from '@acurecord/errors';
import type { Observer } from '../observe/observer.js';
import type { TransportEvent } from '../observe/transport-hooks.js';
import type { Policy } from '../pipeline/policy.js';
import type { Call } from '../request/call.js';
import { checkedHeaders } from '../request/checked-headers.js';

/** Tells about each try: before it leaves, where hooks may change its headers, and when its answer came. */
export function observePolicy(observer: Observer): Policy {
  return async (call, next) => {
    const headers = observer.listens('onRequest') ? await announced(observer, call) : call.headers;
    const startedAt = performance.now();
    observer.counters.sent(call.method);
    const answered = (status: number): void => {
      const durationMs = performance.now() - startedAt;
      observer.counters.answered(status, durationMs);
      observer.tell('onResponse', () => ({ ...eventOf(call), status, durationMs }));
    };
    try {
      const response = await next(headers === call.headers ? call : { ...call, headers });
      answered(response.status);
      return response;
    } catch (error) {
      if (AcumaticaError.is(error) && error.status !== undefined) answered(error.status);
      throw error;
    }
  };
}

async function announced(observer: Observer, call: Call): Promise<Readonly<Record<string, string>>> {
  const event = { ...eventOf(call), headers: { ...call.headers } };
  await observer.tell('onRequest', () => event);
  return checkedHeaders(event.headers);
}

/** What every event tells of a call. */
export function eventOf({ operation, method, path, attempt }: Call): TransportEvent {
  return { operation, method, path: redactText(path), attempt };
}
