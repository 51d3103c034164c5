import type { TokenStore } from './token-store.js';

/** What every OAuth sign-in needs. */
export interface OAuthClient {
  /** `<GUID>@<tenant>` from the form Connected Applications; the tenant is part of it. */
  readonly clientId: string;
  /** Absent for a public client with PKCE. */
  readonly clientSecret?: string;
  /** @default 'api offline_access' */
  readonly scope?: string;
  /** Where tokens live; kept ones are used before the grant is. @default in memory */
  readonly tokenStore?: TokenStore;
}

/** Signs in by name and password at the ERP's identity server. */
export interface PasswordGrant extends OAuthClient {
  readonly grant: 'password';
  readonly username: string;
  readonly password: string;
}

/** Exchanges the code that a person's permission gave (see `authorizationUrl`). A code works once. */
export interface AuthorizationCodeGrant extends OAuthClient {
  readonly grant: 'authorization_code';
  readonly code: string;
  readonly redirectUri: string;
  /** From `createPkce()`, where the address had its challenge. */
  readonly codeVerifier?: string;
}

/** Starts from a refresh token got earlier; without one here the store must hold it. */
export interface RefreshTokenGrant extends OAuthClient {
  readonly grant: 'refresh_token';
  readonly refreshToken?: string;
}

/** How to get tokens. The ERP knows no client-credentials grant. */
export type OAuthOptions = PasswordGrant | AuthorizationCodeGrant | RefreshTokenGrant;
