import { createHash } from 'node:crypto';
import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { RequestFault } from '../server/request-fault.js';
import { isAssertionOf } from './client-assertion.js';
import { idToken } from './id-token.js';
import { checkPassword, findTenant } from './sign-in.js';
import type { AuthorizationCode, ConnectedApplication, Grant } from './token.js';
import { scopes } from './token.js';
import { accessTokenSeconds } from './token-registry.js';

/** An error of the token endpoint. */
export function oauthError(error: string, description?: string): RequestFault {
  const body = { error, ...(description === undefined ? {} : { error_description: description }) };
  return new RequestFault(jsonAnswer(400, JSON.stringify(body)));
}

/** `POST /identity/connect/token` by password, code or refresh token. */
export function giveTokens(instance: Instance, call: Call): Answer {
  const form = new URLSearchParams(call.body.toString('utf8'));
  const application = authenticateApplication(instance, form, call);
  const grantType = form.get('grant_type') ?? '';
  const allowed: readonly string[] = application.grants ?? ['password', 'authorization_code', 'refresh_token'];
  if (!['password', 'authorization_code', 'refresh_token'].includes(grantType))
    throw oauthError('unsupported_grant_type');
  if (!allowed.includes(grantType)) throw oauthError('unauthorized_client');
  if (grantType === 'password') return answerTokens(instance, application, byPassword(instance, application, form));
  if (grantType === 'refresh_token') return answerTokens(instance, application, byRefresh(instance, application, form));
  const code = byCode(instance, application, form);
  return answerTokens(instance, application, code, code.nonce);
}

/** The application with these credentials, in the form or in a Basic header. @throws RequestFault invalid_client */
export function authenticateApplication(instance: Instance, form: URLSearchParams, call: Call): ConnectedApplication {
  const basic = basicCredentials(call);
  const clientId = form.get('client_id');
  const names = clientId === null ? basic.map(({ name }) => name) : [clientId];
  const secret = form.get('client_secret');
  const secrets = secret === null ? basic.map((pair) => pair.secret) : [secret];
  const application = instance.applications.find((other) => names.includes(other.clientId));
  const assertion = form.get('client_assertion');
  if (assertion !== null && application !== undefined) {
    if (!isAssertionOf(application, assertion, instance.clock.now())) throw oauthError('invalid_client');
    return application;
  }
  if (application === undefined || !secrets.includes(application.clientSecret)) throw oauthError('invalid_client');
  return application;
}

/** What a Basic header may mean: OAuth wants id and secret form-encoded before (`%40` for `@`), not every caller does it. */
function basicCredentials({ headers }: Call): readonly { readonly name: string; readonly secret: string }[] {
  const basic = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (basic === undefined) return [];
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const [name, secret] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  const decoded = (part: string): string => new URLSearchParams(`part=${part}`).get('part') ?? '';
  return [
    { name, secret },
    { name: decoded(name), secret: decoded(secret) },
  ];
}

/** The scopes a request asks for. @throws RequestFault invalid_scope for one the application cannot have */
export function requestedScope(form: URLSearchParams, application: ConnectedApplication): readonly string[] {
  const asked = (form.get('scope') ?? 'api').split(/\s+/).filter((scope) => scope !== '');
  const unknown = asked.some((scope) => !(scopes as readonly string[]).includes(scope));
  if (unknown || (asked.includes('offline_access') && application.refreshTokens === 'none'))
    throw oauthError('invalid_scope');
  return asked;
}

/** The tenant in a client id: `<GUID>@<Tenant>`. */
export function tenantName({ clientId }: ConnectedApplication): string {
  return clientId.slice(clientId.indexOf('@') + 1);
}

function byPassword(instance: Instance, application: ConnectedApplication, form: URLSearchParams): Grant {
  const scope = requestedScope(form, application);
  const tenant = findTenant(instance, tenantName(application));
  try {
    const user = checkPassword(instance, form.get('username') ?? '', form.get('password') ?? '', tenant);
    const grantedAt = instance.clock.now();
    return { user: user.name, tenant: tenant.name, clientId: application.clientId, scope, grantedAt };
  } catch (error) {
    if (error instanceof RequestFault) throw oauthError('invalid_grant', 'invalid_username_or_password');
    throw error;
  }
}

function byRefresh(instance: Instance, { clientId }: ConnectedApplication, form: URLSearchParams): Grant {
  const token = instance.tokens.takeRefresh(form.get('refresh_token') ?? '');
  if (token?.clientId !== clientId) throw oauthError('invalid_grant');
  return token;
}

function byCode(
  instance: Instance,
  { clientId, requirePkce = false }: ConnectedApplication,
  form: URLSearchParams,
): AuthorizationCode {
  const code = instance.tokens.takeCode(form.get('code') ?? '');
  if (code?.clientId !== clientId || code.redirectUri !== form.get('redirect_uri')) throw oauthError('invalid_grant');
  const verifier = form.get('code_verifier');
  const challenge = verifier === null ? undefined : createHash('sha256').update(verifier).digest('base64url');
  if ((requirePkce || code.challenge !== undefined) && code.challenge !== challenge) throw oauthError('invalid_grant');
  return code;
}

function answerTokens(instance: Instance, application: ConnectedApplication, grant: Grant, nonce?: string): Answer {
  const { user, tenant, clientId, scope, grantedAt } = grant;
  const plain = { user, tenant, clientId, scope, grantedAt };
  const accessToken = instance.tokens.giveAccess(plain);
  const refresh = scope.includes('offline_access') ? instance.tokens.giveRefresh(plain, application) : undefined;
  const body = {
    access_token: accessToken,
    expires_in: accessTokenSeconds,
    token_type: 'Bearer',
    ...(refresh === undefined ? {} : { refresh_token: refresh }),
    ...(scope.includes('openid') ? { id_token: idToken(instance, plain, { nonce, accessToken }) } : {}),
    scope: scope.join(' '),
  };
  return jsonAnswer(200, JSON.stringify(body), { 'Cache-Control': 'no-store', Pragma: 'no-cache' });
}
