import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { methodNotAllowed, pageNotFound } from '../server/error-answers.js';
import { RequestFault } from '../server/request-fault.js';
import { unauthorized } from './authenticate.js';
import { authorize, responseGrants } from './authorize.js';
import { bearerToken } from './bearer-token.js';
import { publicKeys } from './id-token.js';
import { scopes } from './token.js';
import { authenticateApplication, giveTokens } from './token-endpoint.js';

/** `/identity/…`: discovery, keys, authorization, tokens, revocation, user information. */
export function routeIdentity(instance: Instance, call: Call): Answer {
  const path = call.segments.slice(1).join('/').toLowerCase();
  const post = (answer: () => Answer): Answer => {
    if (call.method !== 'POST') throw methodNotAllowed(call.method);
    return answer();
  };
  if (path === '.well-known/openid-configuration') return discovery(instance);
  if (path === '.well-known/jwks') return jsonAnswer(200, JSON.stringify(publicKeys()));
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
    jwks_uri: `${issuer}/.well-known/jwks`,
    authorization_endpoint: `${issuer}/connect/authorize`,
    token_endpoint: `${issuer}/connect/token`,
    userinfo_endpoint: `${issuer}/connect/userinfo`,
    revocation_endpoint: `${issuer}/connect/revocation`,
    scopes_supported: scopes,
    response_types_supported: Object.keys(responseGrants),
    grant_types_supported: ['authorization_code', 'password', 'refresh_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
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
