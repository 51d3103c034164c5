/** Scopes an application may ask for. */
export const scopes = [
  'api',
  'api:concurrent_access',
  'offline_access',
  'openid',
  'profile',
  'email',
  'phone',
] as const;

/** An application registered in a tenant. */
export interface ConnectedApplication {
  /** `<GUID>@<Tenant>`; the tenant comes from it. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Public key (PEM) that its client assertions are checked with; they stand for the secret. @default none are taken */
  readonly assertionKey?: string;
  /** Grants it may use. @default all */
  readonly grants?: readonly ('password' | 'authorization_code' | 'refresh_token' | 'implicit' | 'hybrid')[];
  /** @default any */
  readonly redirectUris?: readonly string[];
  /** Whether a code needs its PKCE verifier. @default false */
  readonly requirePkce?: boolean;
  /** How long refresh tokens live: days from the first sign-in, days from the last use, or not at all. @default { absoluteDays: 30 } */
  readonly refreshTokens?: { readonly absoluteDays: number } | { readonly slidingDays: number } | 'none';
}

/** What a token stands for. */
export interface Grant {
  readonly user: string;
  readonly tenant: string;
  readonly clientId: string;
  readonly scope: readonly string[];
  /** When the user signed in. */
  readonly grantedAt: number;
}

/** An access token that was given out. */
export interface AccessToken extends Grant {
  readonly expiresAt: number;
  /** The one session of a token with the plain `api` scope. */
  sessionId?: string;
}

/** A refresh token, good for one use. */
export interface RefreshToken extends Grant {
  readonly expiresAt: number;
}

/** An authorization code, good for one use within five minutes. */
export interface AuthorizationCode extends Grant {
  readonly redirectUri: string;
  readonly challenge: string | undefined;
  /** Word of the one who asked, to be found again in the id token. */
  readonly nonce: string | undefined;
  readonly expiresAt: number;
}
