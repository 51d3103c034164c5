import { AcumaticaRateLimitError } from '@acurecord/errors';
import type { Clock } from '../clock.js';
import type { Observer } from '../observe/observer.js';
import type { Policy } from '../pipeline/policy.js';
import { eventOf } from './observe.js';
import type { Limiter } from './limiter.js';

/**
 * Lets calls start at the allowed pace. A sign-out does not wait, as it does not on the server. Where the server asks one call to come back
 * later, the others wait too, but no longer than `longestHoldMs`.
 */
export function rateLimitPolicy(limiter: Limiter, clock: Clock, observer: Observer, longestHoldMs: number): Policy {
  return async (call, next) => {
    if (call.purpose === 'sign-out') return next(call);
    if (!limiter.tryStart()) {
      const askedAt = clock.now();
      await limiter.waitForStart(call.cancellation, call.priority);
      const delayMs = clock.now() - askedAt;
      observer.counters.throttledMs += delayMs;
      observer.tell('onThrottle', () => ({ ...eventOf(call), reason: 'rate-limit', delayMs }));
    }
    try {
      return await next(call);
    } catch (error) {
      if (AcumaticaRateLimitError.is(error) && error.retryAfter !== undefined)
        limiter.hold(Math.min(error.retryAfter * 1000, longestHoldMs));
      throw error;
    } finally {
      limiter.end();
    }
  };
}
