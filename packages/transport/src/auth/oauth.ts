import { AcumaticaAuthError, AcumaticaConfigError } from '@acurecord/errors';
import { RENEW_EARLY_MS } from '../session/session.js';
import { DEFAULT_SCOPE } from './authorization-url.js';
import type { AuthorizationCodeGrant, OAuthOptions, PasswordGrant, RefreshTokenGrant } from './oauth-options.js';
import type { SignIn, SignInPort } from './sign-in.js';
import { memoryTokenStore } from './token-store.js';
import type { Tokens } from './token-store.js';
import { tokensFromAnswer } from './tokens-from-answer.js';

const TOKEN_PATH = '/identity/connect/token';

/**
 * Signs in with OAuth 2.0 tokens. Kept tokens are used while they last, then refreshed; a refresh token works once, so its
 * successor is stored before anything uses it, and one refresh runs at a time however many transports share this sign-in.
 */
export function oauth(options: OAuthOptions): SignIn {
  if (!options.clientId) throw new AcumaticaConfigError('oauth needs a clientId.', { missing: ['clientId'] });
  const signIn = new OAuthSignIn(options);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    kind: 'oauth',
    open: async (port) => {
      const mine = turn.then(() => signIn.tokens(port));
      turn = mine.catch(() => undefined);
      const { accessToken, expiresAt } = await mine;
      return { authorization: `Bearer ${accessToken}`, expiresAt };
    },
    secrets: () => signIn.secrets(),
  };
}

type AllGrants = Omit<PasswordGrant, 'grant'> &
  Omit<AuthorizationCodeGrant, 'grant'> &
  Omit<RefreshTokenGrant, 'grant'>;

class OAuthSignIn {
  readonly #options: OAuthOptions;
  readonly #store;
  #used: Tokens | undefined;
  /** The grant's own code or refresh token works once. */
  #grantUsed = false;

  constructor(options: OAuthOptions) {
    this.#options = options;
    this.#store = options.tokenStore ?? memoryTokenStore();
  }

  async tokens(port: SignInPort): Promise<Tokens> {
    const kept = await this.#store.get();
    const fresh = kept && kept.expiresAt - RENEW_EARLY_MS > port.clock.now();
    // After a 401 the same token is of no use, but another transport or process may have stored a new one.
    const usable = fresh && `Bearer ${kept.accessToken}` !== port.refused;
    this.#used = usable ? kept : await this.#obtain(port, kept?.refreshToken);
    return this.#used;
  }

  secrets(): readonly string[] {
    const { clientSecret, password, code, codeVerifier, refreshToken } = this.#options as Partial<AllGrants>;
    const own = [clientSecret, password, code, codeVerifier, refreshToken];
    return [...own, this.#used?.accessToken, this.#used?.refreshToken].filter((secret) => secret !== undefined);
  }

  async #obtain(port: SignInPort, refreshToken: string | undefined): Promise<Tokens> {
    if (refreshToken === undefined) return this.#ask(port, this.#grant());
    try {
      return await this.#ask(port, { grant_type: 'refresh_token', refresh_token: refreshToken });
    } catch (error) {
      if (!AcumaticaAuthError.is(error)) throw error;
      await this.#store.delete();
      if (this.#options.grant !== 'password') throw error;
      return this.#ask(port, this.#grant());
    }
  }

  #grant(): Record<string, string> {
    const { scope = DEFAULT_SCOPE } = this.#options;
    const options = this.#options;
    if (options.grant === 'password')
      return { grant_type: 'password', username: options.username, password: options.password, scope };
    if (this.#grantUsed) throw spent(options.grant);
    if (options.grant === 'refresh_token') {
      if (options.refreshToken === undefined)
        throw new AcumaticaAuthError('The token store holds no refresh token, and none was given.');
      return { grant_type: 'refresh_token', refresh_token: options.refreshToken };
    }
    const { code, redirectUri, codeVerifier } = options;
    const pkce = codeVerifier === undefined ? {} : { code_verifier: codeVerifier };
    return { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...pkce };
  }

  async #ask(port: SignInPort, form: Record<string, string>): Promise<Tokens> {
    const { clientId, clientSecret } = this.#options;
    const askedAt = port.clock.now();
    const client = { client_id: clientId, ...(clientSecret === undefined ? {} : { client_secret: clientSecret }) };
    const { body } = await port.send({
      method: 'POST',
      path: TOKEN_PATH,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form, ...client }).toString(),
      operation: `Token request (${form['grant_type']})`,
    });
    this.#grantUsed = true;
    const tokens = tokensFromAnswer(body, askedAt, form['refresh_token']);
    await this.#store.set(tokens);
    return tokens;
  }
}

function spent(grant: string): AcumaticaAuthError {
  return new AcumaticaAuthError(`The ${grant} grant was used already, and there is no refresh token to go on with.`, {
    suggestions: ['Let the person sign in again; with the scope offline_access the ERP gives refresh tokens.'],
  });
}
