import { AcumaticaSeatLimitError } from '@acurecord/errors';
import { pause } from '../clock.js';
import type { Clock } from '../clock.js';
import type { Observer } from '../observe/observer.js';
import type { Policy } from '../pipeline/policy.js';
import { eventOf } from '../policy/observe.js';

const FIRST_MS = 500;
const LONGEST_MS = 5_000;

/** Waits up to `seatWaitMs` for a free API seat. A call that got no seat was not carried out, so that every call may be sent again. */
export function waitForSeatPolicy(seatWaitMs: number, clock: Clock, observer: Observer): Policy {
  return async (call, next) => {
    const endsAt = clock.now() + seatWaitMs;
    for (let delayMs = FIRST_MS; ; delayMs = Math.min(delayMs * 1.5, LONGEST_MS)) {
      try {
        return await next(call);
      } catch (error) {
        const left = endsAt - clock.now();
        if (!AcumaticaSeatLimitError.is(error) || left <= 0) throw error;
        const waitMs = Math.min(delayMs, left);
        observer.tell('onThrottle', () => ({ ...eventOf(call), reason: 'seat', delayMs: waitMs }));
        observer.counters.throttledMs += waitMs;
        await pause(clock, waitMs, call.cancellation);
      }
    }
  };
}
