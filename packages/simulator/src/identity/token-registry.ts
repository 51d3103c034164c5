import { randomBytes } from 'node:crypto';
import type { SimulatorClock } from '../steering/simulator-clock.js';
import type { AccessToken, AuthorizationCode, ConnectedApplication, Grant, RefreshToken } from './token.js';

/** Seconds an access token lives; the ERP does not let anybody change it. */
export const accessTokenSeconds = 3600;

const dayMs = 24 * 3600 * 1000;
const codeMs = 5 * 60_000;
const opaque = (): string => randomBytes(32).toString('base64url');

/** Codes and tokens that were given out and are still good. */
export class TokenRegistry {
  readonly #clock: SimulatorClock;
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, RefreshToken>();
  readonly #codes = new Map<string, AuthorizationCode>();

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  /** A new access token. */
  giveAccess(grant: Grant): string {
    return this.#give(this.#access, { ...grant, expiresAt: this.#clock.now() + accessTokenSeconds * 1000 });
  }

  /** A new refresh token, or `undefined` for an application that has none. */
  giveRefresh(grant: Grant, application: ConnectedApplication): string | undefined {
    const { refreshTokens = { absoluteDays: 30 } } = application;
    if (refreshTokens === 'none') return undefined;
    const expiresAt =
      'absoluteDays' in refreshTokens
        ? grant.grantedAt + refreshTokens.absoluteDays * dayMs
        : this.#clock.now() + refreshTokens.slidingDays * dayMs;
    return this.#give(this.#refresh, { ...grant, expiresAt });
  }

  /** A new authorization code. */
  giveCode(code: Omit<AuthorizationCode, 'expiresAt'>): string {
    return this.#give(this.#codes, { ...code, expiresAt: this.#clock.now() + codeMs });
  }

  /** What an access token stands for, while it lives. */
  access(token: string): AccessToken | undefined {
    return this.#alive(this.#access, token);
  }

  /** Uses a refresh token up. */
  takeRefresh(token: string): RefreshToken | undefined {
    return this.#take(this.#refresh, token);
  }

  /** Uses an authorization code up. */
  takeCode(code: string): AuthorizationCode | undefined {
    return this.#take(this.#codes, code);
  }

  revoke(token: string): void {
    this.#access.delete(token);
    this.#refresh.delete(token);
  }

  #give<T>(tokens: Map<string, T>, value: T): string {
    const token = opaque();
    tokens.set(token, value);
    return token;
  }

  #alive<T extends { readonly expiresAt: number }>(tokens: Map<string, T>, token: string): T | undefined {
    const found = tokens.get(token);
    if (found !== undefined && found.expiresAt > this.#clock.now()) return found;
    tokens.delete(token);
    return undefined;
  }

  #take<T extends { readonly expiresAt: number }>(tokens: Map<string, T>, token: string): T | undefined {
    const found = this.#alive(tokens, token);
    tokens.delete(token);
    return found;
  }
}
