import type { SignInPort } from '../auth/sign-in.js';
import { within } from '../clock.js';
import type { Clock } from '../clock.js';
import type { Observer } from '../observe/observer.js';
import { callFromRequest } from '../request/call-from-request.js';
import { positive } from '../request/positive.js';
import type { Site } from '../request/site.js';
import type { CookieJar } from './cookie-jar.js';
import type { SessionPort, SignInSettings } from './session-port.js';
import { Session } from './session.js';
import { exitSignOutOf, signOutSession } from './sign-out-session.js';
import type { TransportOptions } from '../transport-options.js';
import type { Wire } from '../wire/wire.js';
import type { InFlightCalls } from '../pipeline/in-flight-calls.js';
import type { Next } from '../pipeline/policy.js';
import { accounts } from './accounts.js';

/** A process that was told to end waits this long for its seats to be given back. */
const EXIT_GRACE_MS = 2_000;

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
  return {
    clock,
    exitGraceMs: positive(options.exitGraceMs ?? EXIT_GRACE_MS, 'exitGraceMs'),
    timeoutMs,
    ...signInPorts(parts),
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

function signInPorts({ site, clock, timeoutMs, single }: SessionParts): Pick<SessionPort, 'signInPort' | 'refusal'> {
  let account: readonly string[] = [];
  const signInPort = (jar: CookieJar, { refused, again = false }: SignInSettings = {}): SignInPort => ({
    clock,
    refused,
    asAccount: (names, work) => {
      account = [site.baseUrl.toLowerCase(), ...names];
      return accounts.use({ credentials: account, again, work });
    },
    send: (request) => {
      const session = new Session(clock.now(), {}, jar);
      const call = callFromRequest(request, site, timeoutMs);
      return single({ ...call, purpose: 'sign-in', priority: Infinity, session });
    },
  });
  return { signInPort, refusal: () => accounts.refusalOf(account) };
}

/** Lets the application stop what makes calls, and waits for it no longer than that. */
async function endCallers({ options, observer, clock }: SessionParts, budgetMs: number): Promise<void> {
  const ended = (async () => options.onProcessEnd?.(budgetMs))().catch((error: unknown) =>
    observer.tell('onError', () => ({ operation: 'onProcessEnd', error: error as Error })),
  );
  await within(clock, budgetMs, ended);
}
