import type { SignInPort } from '../auth/sign-in.js';
import type { Clock } from '../clock.js';
import type { Observer } from '../observe/observer.js';
import { callFromRequest } from '../request/call-from-request.js';
import type { Site } from '../request/site.js';
import type { CookieJar } from '../session/cookie-jar.js';
import type { SessionPort } from '../session/session-gate.js';
import { Session } from '../session/session.js';
import { exitSignOutOf, signOutSession } from '../session/sign-out-session.js';
import type { TransportOptions } from '../transport-options.js';
import type { Wire } from '../wire/wire.js';
import type { InFlightCalls } from './in-flight-calls.js';
import type { Next } from './policy.js';

/** The parts of a pipeline that a session needs. */
export interface SessionParts {
  readonly site: Site;
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly options: TransportOptions;
  readonly observer: Observer;
  readonly inFlight: InFlightCalls;
  /** Sends one request without asking for a session. */
  readonly single: Next;
  readonly wire: Pick<Wire, 'proxy'>;
}

/** Connects the session gate with the pipeline around it. */
export function createSessionPort(parts: SessionParts): SessionPort {
  const { site, clock, timeoutMs, options, observer, inFlight, single, wire } = parts;
  const { ca, verifySsl, auth } = options;
  const tls = { ...(verifySsl === false ? { rejectUnauthorized: false } : {}), ...(ca === undefined ? {} : { ca }) };
  const signInPort = (jar: CookieJar, refused?: string): SignInPort => ({
    clock,
    refused,
    send: (request) => {
      const session = new Session(clock.now(), {}, jar);
      const call = callFromRequest(request, site, timeoutMs);
      return single({ ...call, purpose: 'sign-in', priority: Infinity, session });
    },
  });
  return {
    clock,
    signInPort,
    signOut: (session, budgetMs = timeoutMs) =>
      signOutSession(session, site, single, clock, Math.min(budgetMs, timeoutMs)),
    exitSignOut: (session) => exitSignOutOf(session, site, tls, wire.proxy),
    endCallers: (budgetMs) => endCallers(parts, budgetMs),
    endCalls: (graceMs, dying) => {
      if (dying) inFlight.freeze();
      return inFlight.endAll(graceMs, clock);
    },
    failed: (error) => {
      observer.tell('onError', () => ({ operation: 'Sign-out', error }));
      process.emitWarning(`An API seat could not be given back: ${error.message}`, { code: 'ACURECORD_SEAT' });
    },
    tell: (event, startedAt) => {
      observer.counters[event === 'onSignIn' ? 'signIns' : 'signOuts'] += 1;
      observer.tell(event, () => ({ kind: auth.kind, durationMs: clock.now() - startedAt }));
    },
  };
}

/** Lets the application stop what makes calls, and waits for it no longer than that. */
async function endCallers({ options, observer, clock }: SessionParts, budgetMs: number): Promise<void> {
  const ended = (async () => options.onProcessEnd?.(budgetMs))().catch((error: unknown) =>
    observer.tell('onError', () => ({ operation: 'onProcessEnd', error: error as Error })),
  );
  await new Promise<void>((resolve) => {
    const cancel = clock.after(budgetMs, resolve);
    void ended.then(() => (cancel(), resolve()));
  });
}
