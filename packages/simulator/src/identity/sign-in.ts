import { isSince } from '../instance.js';
import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { noContent, htmlPage } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { businessError, invalidRequest } from '../server/error-answers.js';
import { RequestFault } from '../server/request-fault.js';
import { readFormOrObject } from '../server/read-body-object.js';
import { bearerToken } from './bearer-token.js';
import { refuseFullHouse } from './seats.js';
import { sessionOf } from './session-of-cookies.js';
import { signInCookies, signOutCookies } from './session-cookies.js';
import type { CookieMoment } from './session-cookies.js';
import type { Session, SessionKind } from './session.js';
import type { SessionOwner } from './session-registry.js';
import type { Tenant } from './tenant.js';
import type { User } from './user.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** `POST /entity/auth/login`: 204 with the cookies, or a 500 that says why not. */
export function signIn(instance: Instance, call: Call): Answer {
  const credentials = readFormOrObject(call, instance.assume.plainTextBody);
  if (credentials === undefined) throw invalidRequest('credentials', 'The request body should not be empty.');
  const given = (name: string): string | undefined =>
    text(Object.entries(credentials).find(([key]) => key.toLowerCase() === name)?.[1]);
  const tenant = findTenant(instance, given('tenant') ?? given('company'));
  const user = checkPassword(instance, given('name') ?? '', given('password') ?? '', tenant);
  const branch = branchOf(tenant, given('branch') ?? user.branch);
  const session = openSession(instance, sessionOwner(user, tenant, 'cookie', branch));
  return noContent({ 'Set-Cookie': newSessionCookies(instance, call, session) });
}

/**
 * The cookies of a new session. Of the tenant they tell where there are several, and only before the latest releases:
 * there, nothing says which tenant a sign-in has landed on.
 */
export function newSessionCookies(instance: Instance, call: Call, session: Session): string[] {
  const { assume, release, tenants } = instance;
  const isTold = assume.tenantCookie === 'by-release' ? !isSince(release, '26R2') : assume.tenantCookie === 'sent';
  return signInCookies(call, session, cookieMoment(instance), isTold && tenants.size > 1);
}

/** What the cookies of an answer given now depend on. */
export function cookieMoment({ release, clock, options }: Instance): CookieMoment {
  return { release, now: clock.now(), secure: options.tls !== undefined };
}

/** `POST /entity/auth/logout`: frees the seat; without a session it is a success as well. */
export function signOut(instance: Instance, call: Call): Answer {
  const session = sessionToEnd(instance, call);
  if (session !== undefined) instance.sessions.end(session);
  return noContent({ 'Set-Cookie': signOutCookies(call, session, cookieMoment(instance)) });
}

/** The caller's session, without opening one for a token that has none. */
function sessionToEnd(instance: Instance, call: Call): Session | undefined {
  const byCookie = sessionOf(instance, call);
  if (byCookie !== undefined) return byCookie;
  const id = instance.tokens.access(bearerToken(call) ?? '')?.sessionId;
  return id === undefined ? undefined : instance.sessions.touch(id);
}

/** The web server's page for a POST that does not say how long it is. */
export function lengthRequired(): Answer {
  return htmlPage(411, 'Length Required', 'The request must be chunked or have a content length.');
}

/**
 * The tenant a name leads to: none given → the first; only one there → that one, whatever the name.
 * @throws RequestFault when there are several and none has the name.
 */
export function findTenant(instance: Instance, name: string | undefined): Tenant {
  const [first] = instance.tenants.values();
  if (first === undefined) throw new Error('A simulator has at least one tenant.');
  if (name === undefined || name === '' || instance.tenants.size === 1) return first;
  const tenant = instance.tenants.get(name.toLowerCase());
  if (tenant !== undefined) return tenant;
  if (instance.options.staleTenants?.some((stale) => sameText(stale, name)) === true) return first;
  throw signInError('A proper company ID cannot be determined for the request.', 'PX.Data.PXUndefinedCompanyException');
}

/** The user with this name and password in a tenant, counting failures. @throws RequestFault with the reason. */
export function checkPassword(instance: Instance, name: string, password: string, tenant: Tenant): User {
  const user = instance.users.find((other) => other.name.toLowerCase() === name.toLowerCase());
  const here = user?.tenants === undefined || user.tenants.some((other) => sameText(other, tenant.name));
  if (user === undefined || !here) throw signInError('Error: Invalid credentials. Please try again.');
  if (instance.lockOuts.isLocked(user.name))
    throw signInError('Error: Your account has been locked out. Please contact your system administrator.');
  if (user.password !== password) {
    instance.lockOuts.failed(user.name);
    throw signInError('Error: Invalid credentials. Please try again.');
  }
  instance.lockOuts.succeeded(user.name);
  if (user.mustChangePassword === true)
    throw signInError('Error: You need to change your password. Sign in by using your browser to set a new password.');
  return user;
}

const signInError = (message: string, type?: string): RequestFault => businessError(message, type, 'signIn');

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The branch a session starts in. @throws RequestFault for one the tenant does not have. */
export function branchOf(tenant: Tenant, name: string | undefined): string {
  const [first = 'MAIN'] = tenant.branches;
  if (name === undefined || name === '') return first;
  const branch = tenant.branches.find((other) => sameText(other, name));
  if (branch === undefined) throw signInError(`Error: Branch '${name}' cannot be found in the system.`);
  return branch;
}

/** What a session of a user in a tenant begins with; in the user's own branch, or the tenant's first. */
export function sessionOwner(
  user: User,
  tenant: Tenant,
  kind: SessionKind,
  branch = branchOf(tenant, user.branch),
): SessionOwner {
  return { user, tenant: tenant.name, branch, branchId: tenant.branches.indexOf(branch) + 1, kind };
}

function openSession(instance: Instance, owner: SessionOwner): Session {
  const fault = refuseFullHouse(instance, owner.user);
  if (fault === undefined) return instance.sessions.open(owner);
  if (instance.assume.seatLimit !== 'later-401') throw new RequestFault(fault);
  return instance.sessions.open({ ...owner, refused: true });
}
