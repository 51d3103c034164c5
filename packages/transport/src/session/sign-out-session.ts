import { AcumaticaAuthError } from '@acurecord/errors';
import { pause } from '../clock.js';
import type { Clock } from '../clock.js';
import { CancellationScope } from '../pipeline/cancellation-scope.js';
import type { Next } from '../pipeline/policy.js';
import type { Call } from '../request/call.js';
import { nextCallId } from '../request/next-call-id.js';
import type { Site } from '../request/site.js';
import type { ExitSignOut } from './exit-sign-out.js';
import { credentialsOf } from './session.js';
import type { Session } from './session.js';

const ATTEMPTS = 3;
const PAUSE_MS = 100;
const PATH = '/entity/auth/logout';

/**
 * Gives the seat of a session back, trying a few times: a seat that is not given back stays taken for some ten minutes.
 * A session that is gone already (401) is as good. The body is empty, not absent: without `Content-Length: 0` the
 * ERP's web server refuses the request and keeps the seat.
 *
 * @throws AcumaticaError where the ERP did not confirm it
 */
export async function signOutSession(
  session: Session,
  site: Site,
  send: Next,
  clock: Clock,
  timeoutMs: number,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send(signOutCall(session, site, timeoutMs, attempt));
      return;
    } catch (error) {
      if (AcumaticaAuthError.is(error) && error.status === 401) return;
      if (attempt === ATTEMPTS) throw error;
      await pause(clock, PAUSE_MS * attempt);
    }
  }
}

/** The same sign-out as plain data. */
export function exitSignOutOf(session: Session, site: Site, tls: ExitSignOut['tls'], proxy?: URL): ExitSignOut {
  const signOut = { url: site.baseUrl + PATH, headers: credentialsOf(session), tls };
  return proxy ? { ...signOut, proxy: proxy.href } : signOut;
}

function signOutCall(session: Session, site: Site, timeoutMs: number, attempt: number): Call {
  return {
    id: nextCallId(),
    method: 'POST',
    path: PATH,
    url: site.baseUrl + PATH,
    headers: {},
    body: '',
    repeatability: 'repeatable',
    timeoutMs,
    priority: Infinity,
    cancellation: new CancellationScope(),
    responseType: 'text',
    parseJson: JSON.parse,
    operation: 'Sign-out',
    entity: undefined,
    entityId: undefined,
    purpose: 'sign-out',
    attempt,
    sessionKind: 'api',
    session,
  };
}
