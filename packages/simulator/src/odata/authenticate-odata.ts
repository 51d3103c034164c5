import { sessionOfCaller, tenantOf, unauthorized } from '../identity/authenticate.js';
import { bearerToken } from '../identity/bearer-token.js';
import { checkPassword, findTenant } from '../identity/sign-in.js';
import type { Tenant } from '../identity/tenant.js';
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
  if (basic !== undefined) return byPassword(instance, basic, tenantName, refused);
  const session =
    bearerToken(call) !== undefined || instance.assume.cookieOnOData ? sessionOfCaller(instance, call) : undefined;
  if (session === undefined || session.refused) throw refused;
  call.session = session;
  const tenant = tenantOf(instance, session);
  if (tenantName !== undefined && tenant.name.toLowerCase() !== tenantName.toLowerCase()) throw refused;
  return tenant;
}

/** Name and password at each call: an ordinary user's seat for as long as the call takes, not one for API users. */
function byPassword(instance: Instance, basic: string, tenantName: string | undefined, refused: RequestFault): Tenant {
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  try {
    const tenant = findTenant(instance, tenantName);
    checkPassword(instance, text.slice(0, colon), text.slice(colon + 1), tenant);
    return tenant;
  } catch (error) {
    throw error instanceof RequestFault ? refused : error;
  }
}
