import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { htmlPage, jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { methodNotAllowed, pageNotFound } from '../server/error-answers.js';
import { RequestFault } from '../server/request-fault.js';
import { unauthorized } from './authenticate.js';
import { bearerToken } from './bearer-token.js';
import { checkPassword, findTenant } from './sign-in.js';
import { scopes } from './token.js';
import type { ConnectedApplication } from './token.js';
import { authenticateApplication, giveTokens, oauthError, tenantName } from './token-endpoint.js';

/** `/identity/…`: discovery, authorization, tokens, revocation, user information. */
export function routeIdentity(instance: Instance, call: Call): Answer {
  const path = call.segments.slice(1).join('/').toLowerCase();
  const post = (answer: () => Answer): Answer => {
    if (call.method !== 'POST') throw methodNotAllowed(call.method);
    return answer();
  };
  if (path === '.well-known/openid-configuration') return discovery(instance);
  if (path === 'connect/token') return post(() => giveTokens(instance, call));
  if (path === 'connect/revocation') return post(() => revoke(instance, call));
  if (path === 'connect/authorize') return authorize(instance, call);
  if (path === 'connect/userinfo') return userInformation(instance, call);
  return pageNotFound();
}

function discovery({ origin, site }: Instance): Answer {
  const issuer = `${origin}${site}/identity`;
  const body = {
    issuer,
    authorization_endpoint: `${issuer}/connect/authorize`,
    token_endpoint: `${issuer}/connect/token`,
    userinfo_endpoint: `${issuer}/connect/userinfo`,
    revocation_endpoint: `${issuer}/connect/revocation`,
    scopes_supported: scopes,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'password', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
  };
  return jsonAnswer(200, JSON.stringify(body));
}

/** Ends tokens; the session a token has opened keeps its seat. */
function revoke(instance: Instance, call: Call): Answer {
  const form = new URLSearchParams(call.body.toString('utf8'));
  authenticateApplication(instance, form, call);
  instance.tokens.revoke(form.get('token') ?? '');
  return { status: 200, headers: {}, body: '' };
}

function userInformation(instance: Instance, call: Call): Answer {
  const token = instance.tokens.access(bearerToken(call) ?? '');
  if (token === undefined) throw new RequestFault(unauthorized(instance));
  return jsonAnswer(200, JSON.stringify({ sub: token.user, name: token.user, preferred_username: token.user }));
}

/**
 * `GET` shows the sign-in page, `POST` with name and password signs in and sends the browser back with a code.
 * @throws RequestFault for an application or address that is not known
 */
function authorize(instance: Instance, call: Call): Answer {
  const asked = new URLSearchParams(call.search);
  const application = instance.applications.find(({ clientId }) => clientId === asked.get('client_id'));
  const redirectUri = asked.get('redirect_uri') ?? '';
  if (application === undefined) throw oauthError('invalid_client');
  if (!knowsRedirect(application, redirectUri)) throw oauthError('invalid_request', 'Invalid redirect_uri');
  const method = asked.get('code_challenge_method') ?? 'S256';
  if (asked.get('response_type') !== 'code' || method !== 'S256') throw oauthError('unsupported_response_type');
  if (call.method === 'GET') return htmlPage(200, 'Sign In', 'Post name and password to this address.');
  const form = new URLSearchParams(call.body.toString('utf8'));
  const tenant = findTenant(instance, tenantName(application));
  const user = checkPassword(instance, form.get('name') ?? '', form.get('password') ?? '', tenant);
  const code = instance.tokens.giveCode({
    user: user.name,
    tenant: tenant.name,
    clientId: application.clientId,
    scope: (asked.get('scope') ?? 'api').split(/\s+/),
    grantedAt: instance.clock.now(),
    redirectUri,
    challenge: asked.get('code_challenge') ?? undefined,
  });
  const back = new URL(redirectUri);
  back.searchParams.set('code', code);
  const state = asked.get('state');
  if (state !== null) back.searchParams.set('state', state);
  return { status: 302, headers: { Location: back.href }, body: '' };
}

function knowsRedirect({ redirectUris }: ConnectedApplication, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  return redirectUris === undefined || redirectUris.includes(redirectUri);
}
