import type { Simulator } from '../../src/index.js';
import { rawRequest } from './raw-request.js';
import type { RawAnswer } from './raw-request.js';

/** A caller with a session, as a careful client would be: all cookies sent back, a length on every POST. */
export interface Caller {
  readonly cookie: string;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RawAnswer>;
  /** Below the first endpoint: `get('Customer?$top=1')`. */
  get(path: string, headers?: Record<string, string>): Promise<RawAnswer>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<RawAnswer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<RawAnswer>;
  signOut(): Promise<RawAnswer>;
}

export const endpointPath = '/entity/Default/24.200.001';

/** The cookies of an answer as the `Cookie` header that gives them back. */
export const cookiesOf = (answer: RawAnswer): string =>
  [...new Set(answer.cookies.map((cookie) => cookie.split(';')[0] ?? ''))].join('; ');

/** Sends credentials to the sign-in. */
export function signIn(simulator: Simulator, credentials: Record<string, unknown> = {}): Promise<RawAnswer> {
  const body = JSON.stringify({ name: 'admin', password: 'admin-secret', ...credentials });
  return rawRequest(simulator.url, 'POST', '/entity/auth/login', { body });
}

/** Signs in and keeps the cookies. */
export async function signedIn(
  simulator: Simulator,
  credentials: Record<string, unknown> = {},
  root = endpointPath,
): Promise<Caller> {
  const cookie = cookiesOf(await signIn(simulator, credentials));
  const send: Caller['send'] = (method, path, body, headers = {}) => {
    const text = body === undefined ? (method === 'GET' ? undefined : '') : JSON.stringify(body);
    const sent = text === undefined ? {} : { body: text };
    return rawRequest(simulator.url, method, path, { ...sent, headers: { Cookie: cookie, ...headers } });
  };
  const encoded = (path: string): string => `${root}/${path.replaceAll(' ', '%20')}`;
  return {
    cookie,
    send,
    get: (path, headers) => send('GET', encoded(path), undefined, headers),
    put: (path, body, headers) => send('PUT', encoded(path), body, headers),
    post: (path, body, headers) => send('POST', encoded(path), body, headers),
    signOut: () => send('POST', '/entity/auth/logout'),
  };
}

/** Wraps plain values as the wire does: `{ A: 1 }` → `{ A: { value: 1 } }`; arrays and nested wrappers stay. */
export function wired(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' || name === 'id' ? value : { value },
    ]),
  );
}
