import { createTransport, passwordSignIn } from '../src/index.js';
import type { Transport, TransportOptions } from '../src/index.js';

/** Whether this run of the suite goes over Node's own fetch instead of the default. */
export const overBuiltInFetch = 'BUILT_IN_FETCH' in globalThis;

/** Password of the simulator's default user. */
export const PASSWORD = 'admin-secret';

/** Options without waiting: no rate limit to speak of, and pauses of a millisecond. */
export function quick(baseUrl: string, changes: Partial<TransportOptions> = {}): TransportOptions {
  return {
    baseUrl,
    auth: passwordSignIn({ username: 'admin', password: PASSWORD, tenant: 'Company' }),
    rateLimit: { callsPerSecond: Infinity },
    retry: { baseDelayMs: 1 },
    timeoutMs: 5_000,
    ...(overBuiltInFetch ? { fetch: globalThis.fetch } : {}),
    ...changes,
  };
}

export function openTransport(baseUrl: string, changes: Partial<TransportOptions> = {}): Transport {
  return createTransport(quick(baseUrl, changes));
}

/** The error that a promise is rejected with; fails where it is not. */
export async function failureOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error('It was expected to fail.');
}
