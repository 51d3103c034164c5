import { SchemaCache, diskStore, memoryStore } from '@acurecord/cache';
import type { CacheStore, ResolvedSchema } from '@acurecord/cache';
import { AcumaticaAuthError } from '@acurecord/errors';
import { RestGateway } from '@acurecord/metadata';
import type { EntityGateway, ODataRoot } from '@acurecord/metadata';
import type { SessionKind, Transport, TransportHooks } from '@acurecord/transport';
import type { ClientOptions } from '../client-options.js';
import type { ResolvedSettings } from '../configuration/resolve-settings.js';
import { resolveSettings } from '../configuration/resolve-settings.js';
import { CachedGateway } from '../gateway/cached-gateway.js';
import { GuardedGateway } from '../gateway/guarded-gateway.js';
import { chooseEndpoint } from './choose-endpoint.js';
import { compareVersions } from './compare-versions.js';
import type { Connection } from './connection.js';
import { endpointInfoFrom } from './endpoint-info.js';
import type { EndpointInfo, EndpointReference } from './endpoint-info.js';
import { fetchModel, MODEL_KIND } from './fetch-model.js';
import type { EndpointModel } from './fetch-model.js';
import { TenantCheck } from './tenant-check.js';
import { openTransport } from './open-transport.js';

/** What a client brings along to its connection. */
export interface EstablishPort {
  readonly options: ClientOptions;
  readonly hooks: TransportHooks;
  /** Whether a name belongs to the client itself, so that no service can have it. */
  readonly isTaken: (name: string) => boolean;
  /** Whether to sign in also where the ERP has refused the account before. */
  readonly again: boolean;
  /** Stops what makes calls, for a process that was told to end. */
  readonly onProcessEnd: (budgetMs: number) => unknown;
  /** Told as soon as there is something to close. */
  readonly onTransport: (transport: Transport) => void;
}

/** A connection and the model it started with; `model` is absent when nothing was to be discovered. */
export interface Established {
  readonly connection: Connection;
  readonly resolved: ResolvedSchema<EndpointModel> | undefined;
}

/**
 * Signs in and finds out what the site has. Two requests (sign-in, list of endpoints), a third one for the description
 * of the endpoint unless the cache has it; with `discover: false` the sign-in alone.
 */
export async function establish(port: EstablishPort): Promise<Established> {
  const { options, hooks, isTaken, again, onProcessEnd, onTransport } = port;
  const started = process.uptime();
  const byPassword = options.auth === undefined;
  const surroundings = { environment: process.env, workingDirectory: process.cwd(), byPassword };
  const settings = await resolveSettings(options, surroundings);
  const tenantCheck = new TenantCheck(
    options.expectTenant === false ? undefined : (options.expectTenant ?? settings.tenant),
  );
  const transport = openTransport(settings, options, { tenantCheck, hooks, onProcessEnd });
  onTransport(transport);
  const late = options.discover === false && settings.endpointVersion === undefined;
  // A refused account is not tried again by every client that connects: the ERP locks it.
  if (settings.persistentLogin && !late) await transport.signIn({ again });
  const info = options.discover === false ? undefined : await fetchEndpointInfo(transport);
  const endpoint = endpointFor(settings, info);
  const store = openStore(settings, options);
  const now = options.clock === undefined ? {} : { now: options.clock.now.bind(options.clock) };
  const schemaCache = new SchemaCache<EndpointModel>({
    store,
    ttlHours: settings.cacheTtlHours,
    kind: MODEL_KIND,
    ...now,
  });
  const gateways = openGateways(transport, endpoint, { settings, options, tenantCheck, info });
  const parts = { settings, transport, tenantCheck, endpoint, info, store, schemaCache, ...gateways };
  const resolved = info && (await resolveModel(parts, { isTaken, forceRebuild: settings.forceRebuild }));
  return { connection: { ...parts, startupMs: (process.uptime() - started) * 1000 }, resolved };
}

/** The model of the endpoint, from the schema cache where it still holds. */
export function resolveModel(
  { settings, transport, endpoint, info, schemaCache }: Omit<Connection, 'startupMs'>,
  { isTaken, forceRebuild }: { readonly isTaken: (name: string) => boolean; readonly forceRebuild: boolean },
): Promise<ResolvedSchema<EndpointModel>> {
  const { baseUrl, tenant } = settings;
  const identity = { baseUrl, tenant: tenant ?? '', endpoint: endpoint.name, version: endpoint.version };
  const build = info?.version.acumaticaBuildVersion ?? '';
  return schemaCache.resolve(identity, {
    build,
    forceRebuild,
    load: () => fetchModel(transport, endpoint, { tenant, isTaken }),
  });
}

/** What the site says about itself now. */
export async function fetchEndpointInfo(transport: Transport, session: SessionKind = 'api'): Promise<EndpointInfo> {
  const { body } = await transport.send({ method: 'GET', path: '/entity', session });
  return endpointInfoFrom(body);
}

/** Where nothing is discovered and no version was named, the version is `''`, and looked up when an entity is asked for. */
function endpointFor({ endpointName, endpointVersion }: ResolvedSettings, info?: EndpointInfo): EndpointReference {
  return info
    ? chooseEndpoint(info, endpointName, endpointVersion)
    : { name: endpointName, version: endpointVersion ?? '', href: '' };
}

/**
 * Without `cacheMethods` the store lives as long as the client: it then serves `refreshSchema` alone. So it does where
 * nobody named the tenant, as with OAuth, because descriptions of two tenants would be taken for one another.
 */
function openStore({ cacheMethods, cacheDir, tenant }: ResolvedSettings, { cacheStore }: ClientOptions): CacheStore {
  const isKept = (cacheMethods || cacheStore !== undefined) && tenant !== undefined;
  return isKept ? (cacheStore ?? diskStore({ directory: cacheDir })) : memoryStore();
}

function openGateways(
  transport: Transport,
  { name, version }: EndpointReference,
  {
    settings,
    options,
    tenantCheck,
    info,
  }: Pick<Connection, 'settings' | 'tenantCheck' | 'info'> & { options: ClientOptions },
): { rest: RestGateway; gateway: EntityGateway; readCache: CachedGateway | undefined } {
  const { baseUrl, tenant, username = '', branch = '', locale = '' } = settings;
  const rest = new RestGateway(transport, {
    endpoint: name,
    ...(version === ''
      ? { version: once(async () => chooseEndpoint(await fetchEndpointInfo(transport), name).version) }
      : { version }),
    odataRoot: info === undefined ? once(() => odataRootFor(transport, version)) : odataRootOf(info),
    odataSession: version === '' ? 'basic' : 'api-or-basic',
    decimals: options.decimals ?? 'number',
    ...(tenant !== undefined && { tenant }),
  });
  const guarded = new GuardedGateway(rest, (operation) => tenantCheck.refuseWrongTenant(operation));
  if (options.cacheReads === undefined) return { rest, gateway: guarded, readCache: undefined };
  const site = JSON.stringify([baseUrl, tenant ?? crypto.randomUUID()]);
  // Only a password tells who reads; whoever else signs in shares answers with nobody.
  const who = options.auth === undefined ? [username, branch, locale, tenantCheck.tenant] : [crypto.randomUUID()];
  const user = JSON.stringify([...who, name, version, options.decimals ?? 'number']);
  const readCache = new CachedGateway(guarded, options.cacheReads, { site, user });
  return { rest, gateway: readCache, readCache };
}

/** Asks once, and only when somebody wants to know; a failed attempt is not remembered. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () =>
    (asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    }));
}

/** The list of endpoints is open to everybody on most sites; where it is not, nobody signs in for it alone. */
async function odataRootFor(transport: Transport, version: string): Promise<ODataRoot> {
  if (version !== '') return odataRootOf(await fetchEndpointInfo(transport));
  try {
    return odataRootOf(await fetchEndpointInfo(transport, 'none'));
  } catch (error) {
    if (AcumaticaAuthError.is(error)) return 't';
    throw error;
  }
}

/** Inquiries moved to `/t/{tenant}/api/odata` with 2024 R2. */
function odataRootOf({ version: { acumaticaBuildVersion: build } }: EndpointInfo): ODataRoot {
  return build !== '' && compareVersions(build, '24.200') < 0 ? 'legacy' : 't';
}
