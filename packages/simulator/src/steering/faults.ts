import type { CurrentLimits } from '../identity/current-limits.js';
import type { SessionRegistry } from '../identity/session-registry.js';
import type { SimulatorLimits } from '../simulator-options.js';
import type { RequestMatch } from './steering-rule.js';
import type { Steering } from './steering.js';

/** How often, and to which requests. */
export interface FaultScope extends RequestMatch {
  /** @default 1 */
  readonly times?: number;
}

/** The faults integrations meet most, one call each, on a simulator that runs; `failNext` and `behave` do the others. */
export interface Faults {
  /**
   * The next requests are declined with 429, as when the licence's queue is full. Sign-in and sign-out are not, unless
   * `path` names them.
   * @param scope.retryAfterSeconds In a `Retry-After` header; the ERP's guide names no such header. @default none
   */
  throttle(scope?: FaultScope & { readonly retryAfterSeconds?: number }): void;
  /** Every request takes at least so long from now on, in milliseconds; 0 ends it. */
  slow(ms: number): void;
  /**
   * Signs sessions out as standing idle does: their next call is answered with 401, their seats are free.
   * @param user Only this one's. @default everybody's
   * @returns How many there were.
   */
  expireSessions(user?: string): number;
  /**
   * The next writes (PUT, PATCH, POST, DELETE) are carried out and the connection is dropped before the answer: the
   * caller cannot know whether they were.
   */
  dropAfterCommit(scope?: FaultScope): void;
  /** The next writes are refused with 500 "Another process has updated the record": somebody else was faster. */
  conflict(scope?: FaultScope): void;
  /** The next requests are dropped as they arrive: nothing is done. */
  dropRequest(scope?: FaultScope): void;
  /** Changes ceilings of the licence; those left out stay. Sessions that are signed in stay so. */
  limit(limits: SimulatorLimits): void;
  /** Ends all of it: rules, slowness, changed ceilings. Sessions that have ended stay ended. */
  clear(): void;
}

/** What the faults of one instance are made with. */
export interface FaultParts {
  readonly steering: Steering;
  readonly sessions: SessionRegistry;
  readonly limits: CurrentLimits;
}

const conflictBody = {
  message: 'An error has occurred.',
  exceptionMessage: 'Error: Another process has updated the record. Your changes will be lost.',
  exceptionType: 'PX.Data.PXLockViolationException',
  stackTrace: '   at PX.Data.PXCache`1.Persist()',
};

/** Everything but signing in and out. */
const business = /\/(entity\/(?!auth\/)|t\/|odata)/i;
const writes = ['PUT', 'PATCH', 'POST', 'DELETE'];

/** The faults of the instance of the moment. */
export function createFaults(parts: () => FaultParts): Faults {
  return {
    throttle: ({ retryAfterSeconds, ...scope } = {}) => {
      const headers = retryAfterSeconds === undefined ? {} : { headers: { 'Retry-After': String(retryAfterSeconds) } };
      parts().steering.failNext({ path: business, ...scope, ...headers, status: 429 });
    },
    slow: (ms) => {
      parts().steering.latencyMs = ms;
    },
    expireSessions: (user) => parts().sessions.endAll(user),
    dropAfterCommit: (scope) => {
      parts().steering.failNext({ path: business, method: writes, ...scope, after: 'commit' });
    },
    conflict: (scope) => {
      parts().steering.failNext({ path: business, method: writes, ...scope, status: 500, body: conflictBody });
    },
    dropRequest: (scope) => {
      parts().steering.failNext({ path: business, ...scope, after: 'request' });
    },
    limit: (limits) => {
      parts().limits.change(limits);
    },
    clear: () => {
      const { steering, limits } = parts();
      steering.clear();
      limits.restore();
    },
  };
}
