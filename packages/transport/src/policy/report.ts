import type { Observer } from '../observe/observer.js';
import type { Policy } from '../pipeline/policy.js';

/** Counts and tells about calls that failed for good. */
export function reportPolicy(observer: Observer): Policy {
  return async (call, next) => {
    try {
      return await next(call);
    } catch (error) {
      observer.counters.errors += 1;
      observer.tell('onError', () => ({ callId: call.id, operation: call.operation, error: error as Error }));
      throw error;
    }
  };
}
