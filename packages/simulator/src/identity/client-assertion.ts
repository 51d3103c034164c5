import { verify } from 'node:crypto';
import type { ConnectedApplication } from './token.js';

type Claims = Readonly<Record<string, unknown>>;

/** Whether a JWT was signed by an application itself (RS256), says so, and is still good: what stands for its secret. */
export function isAssertionOf({ clientId, assertionKey }: ConnectedApplication, jwt: string, now: number): boolean {
  const [head = '', claims = '', signature = '', ...more] = jwt.split('.');
  if (assertionKey === undefined || more.length > 0 || decoded(head)['alg'] !== 'RS256') return false;
  const { iss, sub, exp } = decoded(claims);
  if (iss !== clientId || sub !== clientId || typeof exp !== 'number' || exp * 1000 <= now) return false;
  return verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), assertionKey, Buffer.from(signature, 'base64url'));
}

function decoded(part: string): Claims {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Claims) : {};
  } catch {
    return {};
  }
}
