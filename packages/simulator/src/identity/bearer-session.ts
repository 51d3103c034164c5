import type { Instance } from '../instance.js';
import type { Call } from '../server/call.js';
import { RequestFault } from '../server/request-fault.js';
import { refuseFullHouse, userLimitText } from './seats.js';
import type { Session } from './session.js';
import { findTenant, sessionOwner } from './sign-in.js';
import type { AccessToken } from './token.js';

/**
 * The session of a call with a token. With the `api` scope the token has one session, whose calls come one after the
 * other; with `api:concurrent_access` the cookies tell the session, and a call without them opens another.
 * @throws RequestFault 302 to the error page when no seat is free
 */
export function bearerSession(
  instance: Instance,
  call: Call,
  token: AccessToken,
  byCookie: Session | undefined,
): Session {
  const concurrent = token.scope.includes('api:concurrent_access');
  if (concurrent && byCookie !== undefined) return byCookie;
  const own = token.sessionId === undefined ? undefined : instance.sessions.touch(token.sessionId);
  if (!concurrent && own !== undefined) return own;
  const user = instance.users.find(({ name }) => name === token.user);
  if (user === undefined) throw new Error(`No user ${token.user}.`);
  if (refuseFullHouse(instance, user) !== undefined)
    throw redirectToError(instance, userLimitText(user.name, instance.limits.seats));
  const tenant = findTenant(instance, token.tenant);
  const session = instance.sessions.open(sessionOwner(user, tenant, 'bearer'));
  if (!concurrent) token.sessionId = session.id;
  call.newSession = true;
  return session;
}

/** The error page a browser would be sent to; clients must not follow it. */
function redirectToError({ site }: Instance, text: string): RequestFault {
  const Location = `${site}/Frames/Error.aspx?exceptionID=&typeID=error&message=${encodeURIComponent(text)}`;
  return new RequestFault({ status: 302, headers: { Location, 'Content-Type': 'text/html; charset=utf-8' }, body: '' });
}
