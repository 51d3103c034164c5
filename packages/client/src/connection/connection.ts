import type { CacheStore, SchemaCache } from '@acurecord/cache';
import type { EntityGateway, RestGateway } from '@acurecord/metadata';
import type { Transport } from '@acurecord/transport';
import type { ResolvedSettings } from '../configuration/resolve-settings.js';
import type { CachedGateway } from '../gateway/cached-gateway.js';
import type { EndpointInfo, EndpointReference } from './endpoint-info.js';
import type { EndpointModel } from './fetch-model.js';
import type { TenantCheck } from './tenant-check.js';

/** What a client has once it is connected. */
export interface Connection {
  readonly settings: ResolvedSettings;
  readonly transport: Transport;
  readonly tenantCheck: TenantCheck;
  readonly endpoint: EndpointReference;
  /** The bare wire. */
  readonly rest: RestGateway;
  /** The door for entities: over the wire, past the guard of writes, through the read cache. */
  readonly gateway: EntityGateway;
  readonly readCache: CachedGateway | undefined;
  readonly schemaCache: SchemaCache<EndpointModel>;
  /** Where descriptions are kept. */
  readonly store: CacheStore;
  /** Absent when nothing was to be discovered. */
  readonly info: EndpointInfo | undefined;
  /** Time from the first step to the end of the last one. */
  readonly startupMs: number;
}
