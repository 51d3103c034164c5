import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { htmlDocument } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { ownValue } from '../store/own-value.js';
import { idToken } from './id-token.js';
import { checkPassword, findTenant } from './sign-in.js';
import type { ConnectedApplication } from './token.js';
import { oauthError, requestedScope, tenantName } from './token-endpoint.js';
import { accessTokenSeconds } from './token-registry.js';

/**
 * `GET` shows the sign-in page, `POST` with name and password signs in and sends the browser back with a code.
 * @throws RequestFault for an application or address that is not known
 */
export function authorize(instance: Instance, call: Call): Answer {
  const asked = new URLSearchParams(call.search);
  const application = instance.applications.find(({ clientId }) => clientId === asked.get('client_id'));
  const redirectUri = asked.get('redirect_uri') ?? '';
  if (application === undefined) throw oauthError('invalid_client');
  if (!knowsRedirect(application, redirectUri)) throw oauthError('invalid_request', 'Invalid redirect_uri');
  const method = asked.get('code_challenge_method') ?? 'S256';
  const wanted = (asked.get('response_type') ?? '').split(' ').sort().join(' ');
  const grant = ownValue(responseGrants, wanted);
  if (grant === undefined || method !== 'S256') throw oauthError('unsupported_response_type');
  if (application.grants?.includes(grant) === false) throw oauthError('unauthorized_client');
  const scope = requestedScope(asked, application);
  if (call.method === 'GET') return htmlDocument('Sign In', signInForm);
  return sendBack(instance, call, application, { asked, scope, wanted, redirectUri });
}

/** Goes back to the address it was shown at, with all that the application asked for. */
const signInForm = [
  '<form method="post">',
  '<label>User name <input name="name" autocomplete="username" autofocus /></label>',
  '<label>Password <input name="password" type="password" autocomplete="current-password" /></label>',
  '<button>Sign in</button>',
  '</form>',
].join('');

interface AuthorizationRequest {
  readonly asked: URLSearchParams;
  readonly scope: readonly string[];
  /** Words of `response_type`, sorted. */
  readonly wanted: string;
  readonly redirectUri: string;
}

/** Signs in and sends the browser back with what was asked for. */
function sendBack(
  instance: Instance,
  call: Call,
  application: ConnectedApplication,
  { asked, scope, wanted, redirectUri }: AuthorizationRequest,
): Answer {
  const form = new URLSearchParams(call.body.toString('utf8'));
  const tenant = findTenant(instance, tenantName(application));
  const user = checkPassword(instance, form.get('name') ?? '', form.get('password') ?? '', tenant);
  const { clientId } = application;
  const given = { user: user.name, tenant: tenant.name, clientId, scope, grantedAt: instance.clock.now() };
  const parts = wanted.split(' ');
  const challenge = asked.get('code_challenge') ?? undefined;
  const nonce = asked.get('nonce') ?? undefined;
  const code = parts.includes('code')
    ? instance.tokens.giveCode({ ...given, redirectUri, challenge, nonce })
    : undefined;
  const accessToken = parts.includes('token') ? instance.tokens.giveAccess(given) : undefined;
  const answer = new URLSearchParams({
    ...(code === undefined ? {} : { code }),
    ...(accessToken === undefined ? {} : accessMembers(accessToken, scope)),
    ...(parts.includes('id_token') ? { id_token: idToken(instance, given, { nonce, code, accessToken }) } : {}),
    ...(asked.has('state') ? { state: asked.get('state') ?? '' } : {}),
  });
  return { status: 302, headers: { Location: backTo(redirectUri, answer, wanted === 'code') }, body: '' };
}

/** What a browser may be sent back with, and the kind of application that may ask for it. */
export const responseGrants = {
  code: 'authorization_code',
  token: 'implicit',
  id_token: 'implicit',
  'id_token token': 'implicit',
  'code id_token': 'hybrid',
  'code token': 'hybrid',
  'code id_token token': 'hybrid',
} as const;

function accessMembers(token: string, scope: readonly string[]): Record<string, string> {
  return { access_token: token, token_type: 'Bearer', expires_in: String(accessTokenSeconds), scope: scope.join(' ') };
}

/** A code goes into the query of the address, tokens behind its `#`, where no server sees them. */
function backTo(redirectUri: string, answer: URLSearchParams, inQuery: boolean): string {
  const back = new URL(redirectUri);
  if (inQuery) for (const [name, value] of answer) back.searchParams.set(name, value);
  else back.hash = answer.toString();
  return back.href;
}

function knowsRedirect({ redirectUris }: ConnectedApplication, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  return redirectUris === undefined || redirectUris.includes(redirectUri);
}
