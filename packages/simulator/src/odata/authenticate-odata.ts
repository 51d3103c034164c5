import { sessionOfCaller, tenantOf, unauthorized } from '../identity/authenticate.js';
import { sessionOf } from '../identity/session-of-cookies.js';
import { bearerToken } from '../identity/bearer-token.js';
import type { Session } from '../identity/session.js';
import { checkPassword, findTenant, sessionOwner } from '../identity/sign-in.js';
import type { Tenant } from '../identity/tenant.js';
import type { User } from '../identity/user.js';
import type { Instance } from '../instance.js';
import { withHeaders } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { RequestFault } from '../server/request-fault.js';

/**
 * The tenant a caller of an OData root may read: by name and password in a Basic header, by token, or by the cookies
 * of a sign-in (unless that is assumed not to work).
 * @throws RequestFault 401
 */
export function authenticateOData(instance: Instance, call: Call, tenantName: string | undefined): Tenant {
  const refused = new RequestFault(
    withHeaders(unauthorized(instance), { 'WWW-Authenticate': 'Basic realm="Acumatica"' }),
  );
  const basic = /^Basic\s+(\S+)$/i.exec(call.headers.authorization ?? '')?.[1];
  const session =
    basic === undefined
      ? sessionWithoutPassword(instance, call)
      : byPassword(instance, call, basic, tenantName, refused);
  if (session === undefined || session.refused) throw refused;
  call.session = session;
  const tenant = tenantOf(instance, session);
  if (tenantName !== undefined && tenant.name.toLowerCase() !== tenantName.toLowerCase()) throw refused;
  return tenant;
}

/** The session by token, or by the cookies of a sign-in where these open the OData roots. */
function sessionWithoutPassword(instance: Instance, call: Call): Session | undefined {
  return bearerToken(call) !== undefined || instance.assume.cookieOnOData ? sessionOfCaller(instance, call) : undefined;
}

/**
 * Name and password at each call: an ordinary user's session, which takes no seat of the API. A caller that keeps the
 * cookies keeps the session; each call without them opens another.
 */
function byPassword(
  instance: Instance,
  call: Call,
  basic: string,
  tenantName: string | undefined,
  refused: RequestFault,
): Session {
  const [name, password] = credentialsOf(basic);
  let user: User;
  let tenant: Tenant;
  try {
    tenant = findTenant(instance, tenantName);
    user = checkPassword(instance, name, password, tenant);
  } catch (error) {
    throw error instanceof RequestFault ? refused : error;
  }
  const kept = sessionOf(instance, call);
  if (kept?.user === user.name && kept.tenant === tenant.name) return kept;
  call.newSession = true;
  return instance.sessions.open(sessionOwner(user, tenant, 'basic'));
}

function credentialsOf(basic: string): [name: string, password: string] {
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}
