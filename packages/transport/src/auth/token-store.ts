/** What an OAuth sign-in keeps between two uses. */
export interface Tokens {
  readonly accessToken: string;
  /** When the access token ends, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** Can be used once: each use gives another one. Only with the scope `offline_access`. */
  readonly refreshToken?: string;
}

/** Where tokens are kept; `memoryTokenStore`, `fileTokenStore`, or one of your own, such as a table or a secret manager. */
export interface TokenStore {
  get(): Promise<Tokens | undefined>;
  /** Resolves when the tokens are safe: the transport uses new ones only after that. */
  set(tokens: Tokens): Promise<void>;
  delete(): Promise<void>;
}

/** Keeps tokens until the process ends. */
export function memoryTokenStore(): TokenStore {
  let kept: Tokens | undefined;
  return {
    get: async () => kept,
    set: async (tokens) => void (kept = tokens),
    delete: async () => void (kept = undefined),
  };
}

/** Whether a parsed value can be used as tokens. */
export function isTokens(value: unknown): value is Tokens {
  if (typeof value !== 'object' || value === null) return false;
  const { accessToken, expiresAt, refreshToken } = value as Record<string, unknown>;
  const refreshable = refreshToken === undefined || typeof refreshToken === 'string';
  return typeof accessToken === 'string' && typeof expiresAt === 'number' && refreshable;
}
