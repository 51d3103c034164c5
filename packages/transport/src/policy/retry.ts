import { pause } from '../clock.js';
import type { Clock } from '../clock.js';
import type { Observer } from '../observe/observer.js';
import type { Policy } from '../pipeline/policy.js';
import { noHeaders } from '../transport-response.js';
import { eventOf } from './observe.js';
import { failureOf, planRetry } from './plan-retry.js';
import type { RetryState } from './plan-retry.js';
import type { RetryOptions } from './retry-options.js';

/** What holds where the options leave it open. */
export const RETRY_DEFAULTS: Required<RetryOptions> = {
  attempts: 3,
  baseDelayMs: 250,
  maxDelayMs: 30_000,
  busyWaitMs: 60_000,
  random: Math.random,
};

/** Sends a failed call again where `planRetry` says so. */
export function retryPolicy(options: RetryOptions, clock: Clock, observer: Observer): Policy {
  const settings = { ...RETRY_DEFAULTS, ...options };
  return async (call, next) => {
    let state: RetryState = { attempts: 1, mayHaveHappened: false, busyMs: 0 };
    let delayMs = 0;
    for (;;) {
      try {
        if (delayMs > 0) await pause(clock, delayMs, call.cancellation);
        return await next(state.attempts === 1 ? call : { ...call, attempt: state.attempts });
      } catch (error) {
        const plan = planRetry(call, error, state, settings);
        if (plan.kind === 'done') return { status: 204, headers: noHeaders, body: undefined, url: call.url };
        if (plan.kind === 'fail') throw plan.error;
        delayMs = plan.delayMs;
        const tried = { ...eventOf(call), attempt: state.attempts, error: error as Error, delayMs };
        if (observer.tell('onRetry', () => tried) === false) throw failureOf(call, error, state);
        observer.counters.retries += 1;
        state = { ...plan, attempts: state.attempts + 1 };
      }
    }
  };
}
