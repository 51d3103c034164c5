import { AcumaticaConfigError } from '@acurecord/errors';
import type { CacheStore } from '@acurecord/cache';
import type { EntityClass } from '@acurecord/metadata';
import type { SchedulerOptions } from '@acurecord/scheduler';
import type { RetryOptions, SignIn, TransportHooks, TransportOptions } from '@acurecord/transport';
import { settingNames } from './configuration/setting-table.js';
import type { SettingsOptions } from './configuration/resolve-settings.js';
import type { ReadCacheOptions } from './gateway/read-cache.js';
import type { KnowledgeOptions } from './introspection/knowledge-options.js';
import { nearMatches } from './introspection/near-matches.js';

/** Everything a client can be told; whatever is left out comes from `config`, the environment or a `.env` file. */
export interface ClientOptions
  extends
    SettingsOptions,
    Pick<TransportOptions, 'agent' | 'ca' | 'clock' | 'exitGraceMs' | 'fetch' | 'maxResponseBytes' | 'seatWaitMs'> {
  /** Another way to sign in: `oauth(…)` or `bearerToken(…)`. @default by username and password */
  readonly auth?: SignIn;
  readonly retry?: RetryOptions;
  readonly hooks?: TransportHooks;
  /**
   * false: nothing is looked up at the start, so that `connect()` makes one request, the sign-in; entities then need written or generated
   * classes (`models`). Without `endpointVersion` it makes none: inquiries are read by name and password, without an API seat, and the client
   * signs in when an entity is asked for. @default true
   */
  readonly discover?: boolean;
  /** Written or generated classes; `client.models` and the services then use these. */
  readonly models?: Readonly<Record<string, EntityClass>>;
  /**
   * The tenant that writes are meant for. Where the server tells which tenant it landed on, and it is another one,
   * every write is refused. false writes wherever it landed. @default the `tenant`
   */
  readonly expectTenant?: string | false;
  /** Keeps reads for a while. @default nothing is kept */
  readonly cacheReads?: ReadCacheOptions;
  /** Where the endpoint's description is kept, in place of files in `cacheDir`; turns `cacheMethods` on. */
  readonly cacheStore?: CacheStore;
  /** How many of the last requests are remembered. @default 0 */
  readonly requestHistory?: number;
  /** How `client.scheduler` works: `store`, `concurrency`, `keepAlive` and more. @default its own defaults: nothing is kept, and waiting for a beat does not hold the process */
  readonly scheduler?: Omit<SchedulerOptions<never>, 'client'>;
  /** How long `close()` lets running tasks go on before it aborts them. @default 10_000 */
  readonly closeTimeoutMs?: number;
  /** `string` keeps decimals exact, as their text. @default 'number' */
  readonly decimals?: 'number' | 'string';
  /**
   * Whether `save()` validates before it sends. `strict` refuses also texts that are longer than the vendor's columns
   * are; those of a tenant may be wider. @default true
   */
  readonly validate?: boolean | 'strict';
  /** What is known of the endpoint's fields besides its document; false is nothing. @default the built-in facts */
  readonly knowledge?: false | KnowledgeOptions;
}

/** The compiler sees to it that none is forgotten. */
const besidesSettings: { readonly [Name in Exclude<keyof ClientOptions, (typeof settingNames)[number]>]-?: true } = {
  agent: true,
  auth: true,
  autoLoadEnv: true,
  ca: true,
  cacheReads: true,
  cacheStore: true,
  clock: true,
  closeTimeoutMs: true,
  config: true,
  decimals: true,
  discover: true,
  envFile: true,
  exitGraceMs: true,
  expectTenant: true,
  fetch: true,
  hooks: true,
  knowledge: true,
  maxResponseBytes: true,
  models: true,
  requestHistory: true,
  retry: true,
  scheduler: true,
  seatWaitMs: true,
  timeout: true,
  validate: true,
};

/** @throws AcumaticaConfigError for an option that does not exist, which would be ignored otherwise */
export function refuseUnknownOptions(options: ClientOptions): void {
  const known: readonly string[] = [...settingNames, ...Object.keys(besidesSettings)];
  const unknown = Object.keys(options).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const named = unknown.map((name) => `${name}${nearMatches(name, known)}`);
  throw new AcumaticaConfigError(`There is no client option ${named.join(', ')}.`);
}
