import { CookieJar } from './cookie-jar.js';

/** Tokens with less time left than this are renewed first. */
export const RENEW_EARLY_MS = 60_000;

/** What a session starts with. */
export interface SessionStart {
  /** The `Authorization` header; absent for a session by cookies. */
  readonly authorization?: string;
  /** When the token ends, in milliseconds since 1970. */
  readonly expiresAt?: number;
}

/** One sign-in that the ERP accepted: its cookies, its token, and whether it was of use yet. */
export class Session {
  readonly jar: CookieJar;
  readonly authorization: string | undefined;
  readonly expiresAt: number;
  readonly openedAt: number;
  /** Whether a call got through with it. Until then a 401 can mean that no API seat was free. */
  proven = false;
  /** Whether a call that was cut off may have opened it in the ERP. */
  touched = false;

  constructor(openedAt: number, start: SessionStart = {}, jar = new CookieJar()) {
    this.openedAt = openedAt;
    this.authorization = start.authorization;
    this.expiresAt = start.expiresAt ?? Infinity;
    this.jar = jar;
  }
}

/** The headers by which the ERP knows a session. */
export function credentialsOf({ jar, authorization }: Session): Record<string, string> {
  const Cookie = jar.header;
  if (authorization === undefined) return Cookie === '' ? {} : { Cookie };
  return Cookie === '' ? { Authorization: authorization } : { Cookie, Authorization: authorization };
}
