// The client
export { AcumaticaClient } from './acumatica-client.js';
export type { NamedEntityServices } from './acumatica-client.js';
export type { ClientOptions } from './client-options.js';
export { AcumaticaConfig } from './configuration/acumatica-config.js';
export { resolveSettings } from './configuration/resolve-settings.js';
export type { ResolvedSettings } from './configuration/resolve-settings.js';
export type { Settings } from './configuration/settings.js';
export type { Models, Register } from './models/register.js';
export type { EndpointInfo, EndpointReference } from './connection/endpoint-info.js';
export { EntityService } from './services/entity-service.js';
export type { ListOptions } from './services/entity-service.js';
export { BatchResults } from './batch/batch-results.js';
export type { BatchResult } from './batch/batch-results.js';
export type { BatchCall, BatchOptions, BatchProgress } from './batch/run-batch.js';

// What an app needs besides
export * from '@acurecord/errors';
export { allOf, anyOf, bindCondition, F, not, odataV4Dialect, parseFilter, QueryOptions, raw } from '@acurecord/odata';
export { decimal, guid, PlainDate } from '@acurecord/odata';
export { action, defineEntity, DetailCollection, Entity, entity, field } from '@acurecord/metadata';
export { applyAdHocSchema, diffSchemas, nearestNames, readSchema } from '@acurecord/metadata';
export type {
  ActionMethod,
  DynamicEntity,
  EndpointSchema,
  EntityInit,
  Link,
  Query,
  ReadOptions,
  RecordFile,
  SaveOptions,
  SchemaChange,
  SchemaDiff,
} from '@acurecord/metadata';
export { bearerToken, fileTokenStore, memoryTokenStore, oauth } from '@acurecord/transport';
export type { TransportHooks } from '@acurecord/transport';
export { diskStore, keyvStore, memoryStore } from '@acurecord/cache';
export type { CacheStore } from '@acurecord/cache';
export { fileTaskStore } from '@acurecord/scheduler';
