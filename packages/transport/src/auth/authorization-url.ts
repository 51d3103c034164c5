import { builtIn } from '../built-in.js';
import { siteFromBaseUrl } from '../request/site.js';

/** The two halves of PKCE: the challenge goes into the address, the verifier into the exchange of the code. */
export interface Pkce {
  /** Secret until the exchange. */
  readonly codeVerifier: string;
  readonly codeChallenge: string;
}

/** What the page of the ERP is told, on which a person allows the application to sign in. */
export interface AuthorizationRequest {
  readonly baseUrl: string;
  /** `<GUID>@<tenant>` from the form Connected Applications. */
  readonly clientId: string;
  readonly redirectUri: string;
  /** @default 'api offline_access' */
  readonly scope?: string;
  /** Comes back unchanged; compare it, so that nobody slips you a code of theirs. */
  readonly state: string;
  /** From `createPkce()`. */
  readonly codeChallenge?: string;
}

/** What a new application asks for: calls, and refresh tokens. */
export const DEFAULT_SCOPE = 'api offline_access';

/** Makes a fresh pair of PKCE halves (S256). */
export function createPkce(): Pkce {
  const { createHash, randomBytes } = builtIn('node:crypto');
  const codeVerifier = randomBytes(32).toString('base64url');
  return { codeVerifier, codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url') };
}

/** The address to send a person to; the ERP sends them back to `redirectUri` with `code` and `state`. */
export function authorizationUrl(request: AuthorizationRequest): string {
  const { baseUrl, clientId, redirectUri, scope = DEFAULT_SCOPE, state, codeChallenge } = request;
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge, code_challenge_method: 'S256' }),
  });
  return `${siteFromBaseUrl(baseUrl).baseUrl}/identity/connect/authorize?${parameters.toString()}`;
}
