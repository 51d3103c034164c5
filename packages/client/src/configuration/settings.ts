import type { RateLimitOptions } from '@acurecord/transport';

/** The settings of a client that can also stand in the environment or in a file. */
export interface Settings {
  /** Root of the site, such as `https://erp.example.com/AcumaticaERP`. A trailing slash is removed. */
  readonly baseUrl?: string;
  readonly username?: string;
  readonly password?: string;
  /** The tenant's name on the sign-in page. */
  readonly tenant?: string;
  /** The branch's login name. @default the user's own branch */
  readonly branch?: string;
  /** Culture of the session, such as `en-US`. @default the user's own */
  readonly locale?: string;
  /** @default 'Default' */
  readonly endpointName?: string;
  /** Such as `24.200.001`. @default the newest one that the server has */
  readonly endpointVersion?: string;
  /** true: one session until `close()`. false: sign in before and sign out after every call. @default true */
  readonly persistentLogin?: boolean;
  /** Whether a session that the ERP ended is replaced once, and the call sent again. @default true */
  readonly retryOnIdleLogout?: boolean;
  /** false accepts any certificate, for this client alone, with one warning. @default true */
  readonly verifySsl?: boolean;
  /** @default { callsPerSecond: 10 } */
  readonly rateLimit?: RateLimitOptions;
  /** Time for one try of a call, files and inquiries included. @default 60_000 */
  readonly timeoutMs?: number;
  /** Whether the endpoint's description is kept on disk for the next start; needs `tenant`. @default false */
  readonly cacheMethods?: boolean;
  /** Hours after which a kept description is looked up again. @default 24 */
  readonly cacheTtlHours?: number;
  /** @default '~/.acurecord/cache' */
  readonly cacheDir?: string;
  /** Whether a kept description is ignored and replaced. @default false */
  readonly forceRebuild?: boolean;
}

/** The name of a setting. */
export type SettingName = keyof Settings;
