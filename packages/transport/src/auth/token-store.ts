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
  /** Drops the tokens that were refused, and leaves others that somebody has stored meanwhile; without an argument whatever is there. */
  delete(refused?: Tokens): Promise<void>;
  /**
   * Runs `work` while nobody else does who shares the store, in another process either. A refresh token works once, so that two processes that
   * refresh at the same moment would sign each other out. A store that is shared needs it: a row lock, or a lock in Redis that ends by itself.
   *
   * @default the sign-ins of this process take turns, and other processes are not known
   */
  withLock?<R>(work: () => Promise<R>): Promise<R>;
}

/** Keeps tokens until the process ends. */
export function memoryTokenStore(): TokenStore {
  let kept: Tokens | undefined;
  return {
    get: async () => kept,
    set: async (tokens) => void (kept = tokens),
    delete: async (refused) => void (kept = areSame(kept, refused) ? undefined : kept),
  };
}

/** Whether the tokens kept are those that were refused; without refused ones, any are. */
export function areSame(kept: Tokens | undefined, refused: Tokens | undefined): boolean {
  if (kept === undefined || refused === undefined) return true;
  return kept.refreshToken === refused.refreshToken && kept.accessToken === refused.accessToken;
}

/** Whether a parsed value can be used as tokens. */
export function isTokens(value: unknown): value is Tokens {
  if (typeof value !== 'object' || value === null) return false;
  const { accessToken, expiresAt, refreshToken } = value as Record<string, unknown>;
  const refreshable = refreshToken === undefined || typeof refreshToken === 'string';
  return typeof accessToken === 'string' && typeof expiresAt === 'number' && refreshable;
}
