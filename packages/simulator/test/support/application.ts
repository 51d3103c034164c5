import { generateKeyPairSync, sign } from 'node:crypto';
import { rawRequest } from './raw-request.js';
import type { RawAnswer } from './raw-request.js';

const clientId = '11111111-2222-3333-4444-555555555555@Company';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** An application that may ask for tokens, by its secret `s` or by an assertion it signs. */
export const application = {
  clientId,
  clientSecret: 's',
  assertionKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};

/** A token that the application signs to prove who it is. */
export function assertion(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
}

const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Asks for a token, by the administrator's password unless the form says otherwise. */
export function token(url: string, form: Record<string, string>): Promise<RawAnswer> {
  const query = new URLSearchParams({
    client_id: clientId,
    grant_type: 'password',
    username: 'admin',
    password: 'admin-secret',
    scope: 'api',
    ...form,
  });
  return rawRequest(url, 'POST', '/identity/connect/token', { body: query.toString(), headers: asForm });
}

/** What a browser gets that signs the administrator in at the page of the application. */
export function authorize(url: string, changes: Record<string, string>): Promise<RawAnswer> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: 'http://localhost:1/back',
    scope: 'api openid',
    ...changes,
  });
  const body = 'name=admin&password=admin-secret';
  return rawRequest(url, 'POST', `/identity/connect/authorize?${query.toString()}`, { body, headers: asForm });
}
