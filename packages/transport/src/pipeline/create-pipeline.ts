import type { Clock } from '../clock.js';
import { Observer } from '../observe/observer.js';
import { Limiter } from '../policy/limiter.js';
import { observePolicy } from '../policy/observe.js';
import { rateLimitPolicy } from '../policy/rate-limit.js';
import { reportPolicy } from '../policy/report.js';
import { RETRY_DEFAULTS, retryPolicy } from '../policy/retry.js';
import { signInPolicy } from '../session/sign-in-policy.js';
import { timeoutPolicy } from '../policy/timeout.js';
import { waitForSeatPolicy } from '../session/wait-for-seat.js';
import type { Call } from '../request/call.js';
import { callFromRequest } from '../request/call-from-request.js';
import { nextCallId } from '../request/next-call-id.js';
import type { Site } from '../request/site.js';
import { SIGN_IN_PATH } from '../auth/password-sign-in.js';
import { SessionGate } from '../session/session-gate.js';
import type { TransportRequest } from '../transport-request.js';
import { noHeaders } from '../transport-response.js';
import type { TransportResponse } from '../transport-response.js';
import { createSessionPort } from '../session/create-session-port.js';
import type { TransportOptions } from '../transport-options.js';
import { createExchange } from '../wire/exchange.js';
import { openWire } from '../wire/open-wire.js';
import type { Wire } from '../wire/wire.js';
import { InFlightCalls } from './in-flight-calls.js';
import { compose } from './policy.js';
import type { Next } from './policy.js';

const MAX_RESPONSE_BYTES = 512 * 1024 * 1024;
/** A sign-in on request may be tried again like a call; what happens within it is up to the way of signing in. */
const SIGN_IN: TransportRequest = { method: 'POST', path: SIGN_IN_PATH, operation: 'Sign-in', readsOnly: true };

/** A transport without its face. */
export interface Pipeline {
  readonly send: (call: Call, signal: AbortSignal | undefined) => Promise<TransportResponse>;
  /** `again`: also where the ERP has refused the credentials. */
  readonly signIn: (again: boolean) => Promise<unknown>;
  readonly gate: SessionGate;
  readonly inFlight: InFlightCalls;
  readonly observer: Observer;
  readonly wire: Wire;
}

/**
 * Puts the stages of a request in order, from the outside in:
 * report, retry, wait for a seat, sign in, rate limit, timeout, observe, and the exchange on the wire.
 * So each try has a time of its own, waits its turn like every other, and is seen by the hooks; the requests of signing in
 * and out pass the last four.
 */
export function createPipeline(site: Site, clock: Clock, timeoutMs: number, options: TransportOptions): Pipeline {
  const observer = new Observer(options.hooks);
  const inFlight = new InFlightCalls();
  const wire = openWire(site.baseUrl, options);
  const single = singleTry(wire, clock, observer, options);
  const sessionPort = createSessionPort({ site, clock, timeoutMs, options, observer, inFlight, single, wire });
  const gate = new SessionGate(options.auth, sessionPort, options.persistentLogin ?? true);
  const { retry = {}, seatWaitMs = 0, retryOnIdleLogout = true } = options;
  const patient = [
    reportPolicy(observer),
    retryPolicy(retry, clock, observer),
    ...(seatWaitMs > 0 ? [waitForSeatPolicy(seatWaitMs, clock, observer)] : []),
  ];
  const full = compose([...patient, signInPolicy(gate, retryOnIdleLogout)], single);
  const signIn = (again: boolean): Next =>
    compose(patient, async ({ url, cancellation }) => {
      await gate.signIn(cancellation, again);
      return { status: 204, headers: noHeaders, body: undefined, url };
    });
  const signInCall = callFromRequest(SIGN_IN, site, timeoutMs);
  return {
    send: (call, signal) => inFlight.run(signal, (cancellation) => full({ ...call, cancellation })),
    signIn: (again) =>
      inFlight.run(undefined, (cancellation) => signIn(again)({ ...signInCall, id: nextCallId(), cancellation })),
    gate,
    inFlight,
    observer,
    wire,
  };
}

/** The stages of one try, which the requests of signing in and out pass as well. */
function singleTry(wire: Wire, clock: Clock, observer: Observer, options: TransportOptions): Next {
  const limiter = new Limiter(options.rateLimit ?? {}, clock);
  const exchange = createExchange({
    wire,
    clock,
    counters: observer.counters,
    maxResponseBytes: options.maxResponseBytes ?? MAX_RESPONSE_BYTES,
    secrets: () => options.auth.secrets(),
  });
  const { maxDelayMs = RETRY_DEFAULTS.maxDelayMs } = options.retry ?? {};
  return compose(
    [rateLimitPolicy(limiter, clock, observer, maxDelayMs), timeoutPolicy(clock), observePolicy(observer)],
    exchange,
  );
}
