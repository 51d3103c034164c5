import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Instance } from '../instance.js';
import type { Grant } from './token.js';
import { accessTokenSeconds } from './token-registry.js';

/** What an id token is given out together with; it vouches for each. */
export interface IdTokenCompany {
  /** The word by which the one who asked knows the answer again. */
  readonly nonce?: string | undefined;
  readonly code?: string | undefined;
  readonly accessToken?: string | undefined;
}

const keyId = 'simulator';
let key: KeyObject | undefined;

/** One key for the whole process, made on first use, so that a reset does not make callers' copies of it worthless. */
const signingKey = (): KeyObject => (key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

/** The public key that id tokens are checked with, as a JSON Web Key Set. */
export function publicKeys(): { readonly keys: readonly object[] } {
  const { kty, n, e } = createPublicKey(signingKey()).export({ format: 'jwk' });
  return { keys: [{ kty, use: 'sig', kid: keyId, alg: 'RS256', n, e }] };
}

/** The first half of a hash: how an id token names what came with it. */
const halfHash = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

/** Who signed in, when and for whom, signed with RS256 as every OpenID provider must be able to. */
export function idToken(
  { origin, site, clock }: Instance,
  { user, clientId, grantedAt }: Grant,
  { nonce, code, accessToken }: IdTokenCompany,
): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(clock.now() / 1000);
  const claims = {
    iss: `${origin}${site}/identity`,
    sub: user,
    aud: clientId,
    iat: now,
    exp: now + accessTokenSeconds,
    auth_time: Math.floor(grantedAt / 1000),
    ...(nonce === undefined ? {} : { nonce }),
    ...(code === undefined ? {} : { c_hash: halfHash(code) }),
    ...(accessToken === undefined ? {} : { at_hash: halfHash(accessToken) }),
  };
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${part(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), signingKey()).toString('base64url')}`;
}
