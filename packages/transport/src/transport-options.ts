import type { Agent } from 'node:http';
import type { SignIn } from './auth/sign-in.js';
import type { Clock } from './clock.js';
import type { TransportHooks } from './observe/transport-hooks.js';
import type { RateLimitOptions } from './policy/rate-limit-options.js';
import type { RetryOptions } from './policy/retry-options.js';
import type { FetchLike } from './wire/fetch-like.js';

/** What `createTransport` needs to know; only `baseUrl` and `auth` have no default. */
export interface TransportOptions {
  /** Root of the site, such as `https://erp.example.com/AcumaticaERP`; a trailing slash is removed. */
  readonly baseUrl: string;
  /** `passwordSignIn(…)`, `bearerToken(…)` or `oauth(…)`. */
  readonly auth: SignIn;
  /**
   * true: one session until `close`. false: a session for each call, or for all calls that run at the same time.
   * @default true
   */
  readonly persistentLogin?: boolean;
  /** Whether a session that the ERP ended is replaced once, and the call sent again. @default true */
  readonly retryOnIdleLogout?: boolean;
  /** How long to wait for a free API seat before failing. @default 0 */
  readonly seatWaitMs?: number;
  /** Time for one try of a call. @default 60_000 */
  readonly timeoutMs?: number;
  readonly rateLimit?: RateLimitOptions;
  readonly retry?: RetryOptions;
  /** Largest answer that is read into memory or streamed, in bytes. @default 512 MiB */
  readonly maxResponseBytes?: number;
  /** false accepts any certificate, for this transport alone, with one warning. @default true */
  readonly verifySsl?: boolean;
  /** Certificate authorities to trust instead of Node's own, in PEM. */
  readonly ca?: string | Buffer | readonly (string | Buffer)[];
  /** Connects in your way; you close it. Takes the place of `verifySsl`, `ca` and the proxy variables. */
  readonly agent?: Agent;
  /**
   * Another fetch, such as Node's own or undici's. It connects as it likes: `agent`, `ca`, `verifySsl: false` and the
   * proxy variables belong to the default one. @default cross-fetch with a keep-alive agent
   */
  readonly fetch?: FetchLike;
  readonly hooks?: TransportHooks;
  /**
   * Called when the process is told to end while a seat is held, by a signal or since it has nothing left to do: stop here
   * what makes calls, as a scheduler does. The seat is given back afterwards, and after `exitGraceMs` at the latest.
   */
  readonly onProcessEnd?: (budgetMs: number) => unknown;
  /**
   * How long a process that ends (by a signal, or with nothing left to do) waits for its calls, for a sign-in under way and for the seat to be
   * given back; at `process.exit` and an uncaught failure for the sign-out alone. @default 2_000
   */
  readonly exitGraceMs?: number;
  readonly clock?: Clock;
}
