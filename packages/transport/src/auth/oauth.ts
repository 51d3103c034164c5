import { AcumaticaAuthError, AcumaticaConfigError } from '@acurecord/errors';
import { pause } from '../clock.js';
import { RENEW_EARLY_MS } from '../session/session.js';
import { DEFAULT_SCOPE } from './authorization-url.js';
import type { AuthorizationCodeGrant, OAuthOptions, PasswordGrant, RefreshTokenGrant } from './oauth-options.js';
import { inTurn } from './in-turn.js';
import type { SignIn, SignInPort } from './sign-in.js';
import { isSpent, isTokenRefusal, tokenRefusal } from './token-refusal.js';
import type { RefusedGrant } from './token-refusal.js';
import { areSame, memoryTokenStore } from './token-store.js';
import type { Tokens, TokenStore } from './token-store.js';
import { tokensFromAnswer } from './tokens-from-answer.js';

const TOKEN_PATH = '/identity/connect/token';
/** Whoever refreshed at the same moment has stored the new tokens by then. */
const REREAD_MS = 2_000;
const REREAD_EVERY_MS = 100;

/**
 * Signs in with OAuth 2.0 tokens. Kept tokens are used while they last, then refreshed; a refresh token works once, so its
 * successor is stored before anything uses it, and one refresh runs at a time for a store, however many transports and processes share it.
 */
export function oauth(options: OAuthOptions): SignIn {
  if (!options.clientId) throw new AcumaticaConfigError('oauth needs a clientId.', { missing: ['clientId'] });
  const signIn = new OAuthSignIn(options);
  return {
    kind: 'oauth',
    open: async (port) => {
      const { accessToken, expiresAt } = await signIn.tokens(port);
      return { authorization: `Bearer ${accessToken}`, expiresAt };
    },
    secrets: () => signIn.secrets(),
  };
}

type AllGrants = Omit<PasswordGrant, 'grant'> &
  Omit<AuthorizationCodeGrant, 'grant'> &
  Omit<RefreshTokenGrant, 'grant'>;

type Form = Readonly<Record<string, string>> & { readonly grant_type: RefusedGrant };

class OAuthSignIn {
  readonly #options: OAuthOptions;
  readonly #store: TokenStore;
  #used: Tokens | undefined;
  /** The grant's own code or refresh token works once. */
  #grantUsed = false;

  constructor(options: OAuthOptions) {
    this.#options = options;
    this.#store = options.tokenStore ?? memoryTokenStore();
  }

  async tokens(port: SignInPort): Promise<Tokens> {
    const kept = await this.#usable(port);
    this.#used = kept ?? (await inTurn(this.#store, () => this.#renewed(port)));
    return this.#used;
  }

  secrets(): readonly string[] {
    const { clientSecret, password, code, codeVerifier, refreshToken } = this.#options as Partial<AllGrants>;
    const own = [clientSecret, password, code, codeVerifier, refreshToken];
    return [...own, this.#used?.accessToken, this.#used?.refreshToken].filter((secret) => secret !== undefined);
  }

  /** After a 401 the same token is of no use, but another transport or process may have stored a new one. */
  async #usable(port: SignInPort): Promise<Tokens | undefined> {
    const kept = await this.#store.get();
    const fresh = kept && kept.expiresAt - RENEW_EARLY_MS > port.clock.now();
    return fresh && `Bearer ${kept.accessToken}` !== port.refused ? kept : undefined;
  }

  async #renewed(port: SignInPort): Promise<Tokens> {
    const renewed = await this.#usable(port);
    if (renewed) return renewed;
    const kept = await this.#store.get();
    return kept?.refreshToken === undefined ? this.#ask(port, this.#grant()) : this.#refresh(port, kept);
  }

  async #refresh(port: SignInPort, kept: Tokens): Promise<Tokens> {
    try {
      return await this.#ask(port, refreshForm(kept.refreshToken));
    } catch (error) {
      if (!isTokenRefusal(error)) throw error;
      const other = isSpent(error) ? await this.#storedBesides(kept, port) : undefined;
      if (other) return (await this.#usable(port)) ?? this.#ask(port, refreshForm(other.refreshToken));
      if (isSpent(error)) await this.#store.delete(kept);
      if (!this.#mayGrant(kept)) throw error;
      return this.#ask(port, this.#grant());
    }
  }

  /** Other tokens than those that were refused, once somebody has stored them. */
  async #storedBesides(refused: Tokens, port: SignInPort): Promise<Tokens | undefined> {
    const isShared = this.#options.tokenStore !== undefined;
    for (let waitedMs = 0; ; waitedMs += REREAD_EVERY_MS) {
      const stored = await this.#store.get();
      if (stored && !areSame(stored, refused)) return stored;
      if (!isShared || waitedMs >= REREAD_MS) return undefined;
      await pause(port.clock, REREAD_EVERY_MS);
    }
  }

  /** Whether the grant itself can help where the kept refresh token was refused. */
  #mayGrant({ refreshToken }: Tokens): boolean {
    const options = this.#options;
    if (options.grant === 'password') return true;
    if (this.#grantUsed) return false;
    return options.grant === 'authorization_code' || ![undefined, refreshToken].includes(options.refreshToken);
  }

  #grant(): Form {
    const { scope = DEFAULT_SCOPE } = this.#options;
    const options = this.#options;
    if (options.grant === 'password')
      return { grant_type: 'password', username: options.username, password: options.password, scope };
    if (this.#grantUsed) throw spent(options.grant);
    if (options.grant === 'refresh_token') {
      if (options.refreshToken === undefined)
        throw new AcumaticaAuthError('The token store holds no refresh token, and none was given.');
      return refreshForm(options.refreshToken);
    }
    const { code, redirectUri, codeVerifier } = options;
    const pkce = codeVerifier === undefined ? {} : { code_verifier: codeVerifier };
    return { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...pkce };
  }

  async #ask(port: SignInPort, form: Form): Promise<Tokens> {
    const askedAt = port.clock.now();
    const answer = await this.#asAccount(port, form, () => this.#send(port, form));
    this.#grantUsed = true;
    const tokens = tokensFromAnswer(answer, askedAt, form['refresh_token']);
    await this.#store.set(tokens);
    return tokens;
  }

  /** The password grant is refused for the same account as a sign-in with the same password. */
  #asAccount(port: SignInPort, form: Form, work: () => Promise<unknown>): Promise<unknown> {
    const { clientId } = this.#options;
    if (form.grant_type !== 'password') return work();
    const tenant = clientId.slice(clientId.indexOf('@') + 1);
    const account = [form['username']?.toLowerCase() ?? '', form['password'] ?? '', tenant.toLowerCase()];
    return port.asAccount(account, work);
  }

  async #send(port: SignInPort, form: Form): Promise<unknown> {
    const { clientId, clientSecret } = this.#options;
    const client = { client_id: clientId, ...(clientSecret === undefined ? {} : { client_secret: clientSecret }) };
    try {
      const { body } = await port.send({
        method: 'POST',
        path: TOKEN_PATH,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...form, ...client }).toString(),
        operation: `Token request (${form.grant_type})`,
      });
      return body;
    } catch (error) {
      const refusal = tokenRefusal(error, form.grant_type);
      // A code or refresh token of the grant that was refused once is so for good.
      if (isSpent(error) && form.grant_type === this.#options.grant) this.#grantUsed = true;
      throw refusal;
    }
  }
}

function refreshForm(refreshToken = ''): Form {
  return { grant_type: 'refresh_token', refresh_token: refreshToken };
}

function spent(grant: string): AcumaticaAuthError {
  return new AcumaticaAuthError(`The ${grant} grant was used already, and there is no refresh token to go on with.`, {
    code: 'CONSENT_REQUIRED',
    suggestions: ['Let the person sign in again; with the scope offline_access the ERP gives refresh tokens.'],
  });
}
