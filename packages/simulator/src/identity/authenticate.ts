import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { htmlPage, jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { RequestFault } from '../server/request-fault.js';
import { bearerSession } from './bearer-session.js';
import { bearerToken } from './bearer-token.js';
import { sessionOf } from './session-of-cookies.js';
import type { Session } from './session.js';
import type { Tenant } from './tenant.js';

/** The 401 of the instance, in the form it is assumed to have. */
export function unauthorized(instance: Instance): Answer {
  const forms = {
    json: () => jsonAnswer(401, '{"message":"Authorization has been denied for this request."}'),
    html: () => htmlPage(401, 'Unauthorized', 'You are not authorized to view this page.'),
    empty: (): Answer => ({ status: 401, headers: {}, body: '' }),
  };
  return forms[instance.assume.unauthorizedBody]();
}

/** The caller's session, by cookie or by bearer token; not one of OData's alone. @throws RequestFault 401 without one. */
export function authenticate(instance: Instance, call: Call): Session {
  const session = sessionOfCaller(instance, call);
  if (session === undefined || session.refused || session.kind === 'basic')
    throw new RequestFault(unauthorized(instance));
  call.session = session;
  return session;
}

/** The session by token where there is one, by cookies otherwise. */
export function sessionOfCaller(instance: Instance, call: Call): Session | undefined {
  const byCookie = sessionOf(instance, call);
  const token = bearerToken(call);
  if (token === undefined) return byCookie;
  const known = instance.tokens.access(token);
  const mayCall = known?.scope.some((scope) => scope === 'api' || scope === 'api:concurrent_access') ?? false;
  return known === undefined || !mayCall ? undefined : bearerSession(instance, call, known, byCookie);
}

/** The tenant a session works in. */
export function tenantOf(instance: Instance, session: Session): Tenant {
  const tenant = instance.tenants.get(session.tenant.toLowerCase());
  if (tenant === undefined) throw new RequestFault(unauthorized(instance));
  return tenant;
}
