// The client
export { AcumaticaClient } from './acumatica-client.js';
export type { Client, EndpointModels, NamedEntityServices } from './acumatica-client.js';
export type { DescribedClient } from './introspection/described-client.js';
export type { ClientEvents } from './client-events.js';
export type { ClientOptions } from './client-options.js';
export { AcumaticaConfig } from './configuration/acumatica-config.js';
export { resolveSettings } from './configuration/resolve-settings.js';
export type { ResolvedSettings, SettingsOptions, SettingsSurroundings } from './configuration/resolve-settings.js';
export type { Settings } from './configuration/settings.js';
export type { Environment } from './configuration/settings-from-environment.js';
export type { ModelOf, Models, ModelsOf, Register, ServiceEntities, UsualEndpoint } from './models/register.js';
export type { EndpointInfo, EndpointReference } from './connection/endpoint-info.js';
export type { EndpointModel } from './connection/fetch-model.js';
export type { ConnectionTest } from './connection/test-connection.js';
export type { CallScope } from './scope/call-scope.js';
export { EntityService } from './services/entity-service.js';
export type { ActionCall, ActionMethods, PutOptions, Service } from './services/entity-service.js';
export type { ListOptions } from './services/list-options.js';
export type { ServiceDirectory } from './services/service-directory.js';
export type { ResumeOptions } from './operations/resume-operation.js';
export type { RecordReference } from './services/service-records.js';
export type { Inquiries, NamedInquiries } from './inquiries/inquiries.js';
export type { LazyInquiry } from './inquiries/lazy-inquiry.js';
export type {
  Customization,
  CustomizedTenants,
  ImportOptions,
  PublishedProjects,
  PublishOptions,
} from './customization/customization.js';
export type { CustomizationLogRecord } from './customization/customization-log.js';
export type { DeletedOptions, DeletedRecord, LazyDac } from './inquiries/lazy-dac.js';
export { BatchResults } from './batch/batch-results.js';
export type { BatchResult } from './batch/batch-results.js';
export type { BatchCall } from './batch/run-batch.js';
export type { BatchOptions, BatchProgress } from './batch/batch-options.js';
export type { DeleteAllOptions, SaveAllOptions } from './batch/save-all.js';

// What it tells about itself
export type { FieldDescription, ModelDescription } from './introspection/model-description.js';
export type { KnowledgeOptions } from './introspection/knowledge-options.js';
export type { ServiceDescription } from './introspection/service-description.js';
export type { ReadCacheOptions } from './gateway/read-cache.js';
export type { ReadCacheControl } from './gateway/read-cache-control.js';
export type { ClientHealth, HealthStatus } from './statistics/client-health.js';
export type { CacheStats, ClientStats } from './statistics/client-stats.js';
export type { RequestRecord } from './statistics/request-history.js';

// What an app needs besides
export {
  AcumaticaError,
  AcumaticaConfigError,
  AcumaticaQueryError,
  AcumaticaSchemaError,
  AcumaticaAuthError,
  AcumaticaSeatLimitError,
  AcumaticaConnectionError,
  AcumaticaTimeoutError,
  AcumaticaRateLimitError,
  AcumaticaAmbiguousOutcomeError,
  AcumaticaNotFoundError,
  AcumaticaValidationError,
  AcumaticaBusinessRuleError,
  AcumaticaConcurrencyError,
  AcumaticaCannotOptimizeError,
  AcumaticaServerError,
  AcumaticaBatchError,
  AcumaticaTaskError,
  didYouMean,
  refuseUnknownOptions,
  redact,
  redactText,
} from '@acurecord/errors';
export type {
  AcumaticaErrorOptions,
  AcumaticaConfigErrorOptions,
  AcumaticaSeatLimitErrorOptions,
  AcumaticaTimeoutErrorOptions,
  AcumaticaRateLimitErrorOptions,
  AcumaticaAmbiguousOutcomeErrorOptions,
  AcumaticaNotFoundErrorOptions,
  AcumaticaValidationErrorOptions,
  ValidationIssue,
  AcumaticaCannotOptimizeErrorOptions,
  AcumaticaServerErrorOptions,
  AcumaticaBatchErrorOptions,
  BatchFailure,
  OptionNames,
} from '@acurecord/errors';
export { allOf, anyOf, bindCondition, F, not, odataV4Dialect, parseFilter, QueryOptions, raw } from '@acurecord/odata';
export { decimal, guid, PlainDate } from '@acurecord/odata';
export { action, defineEntity, defineFields, DetailCollection, Entity, entity, field } from '@acurecord/metadata';
export { applyAdHocSchema, diffSchemas, knownKeys, loadKnowledge, nearestNames, readSchema } from '@acurecord/metadata';
export type {
  ActionDecorator,
  ActionMethod,
  DeclaredEntity,
  DefinedClass,
  DefinedFields,
  DefinedFieldsClass,
  DefinedRecord,
  DynamicEntity,
  EndpointName,
  EndpointSchema,
  EntityClass,
  EntityFacts,
  EntityInit,
  FieldFact,
  FieldOptions,
  Link,
  MemberDecorator,
  Query,
  ReadOptions,
  RecordFile,
  SaveOptions,
  SchemaChange,
  SchemaDiff,
  TextOptions,
  TextRow,
} from '@acurecord/metadata';
export {
  authorizationUrl,
  bearerToken,
  createPkce,
  fileTokenStore,
  memoryTokenStore,
  oauth,
  passwordSignIn,
} from '@acurecord/transport';
export { OperationAbandonedError, OperationTimeoutError } from '@acurecord/transport';
export type { OperationHandle, TransportHooks } from '@acurecord/transport';

// What options mention
export type {
  AuthorizationCodeGrant,
  AuthorizationRequest,
  OAuthClient,
  OAuthOptions,
  PasswordCredentials,
  PasswordGrant,
  Pkce,
  RefreshTokenGrant,
  SessionStart,
  SignIn,
  SignInOccasion,
  SignInPort,
  Tokens,
  TokenStore,
} from '@acurecord/transport';
export type {
  Clock,
  FetchInit,
  FetchLike,
  FetchResponse,
  HttpMethod,
  OperationOptions,
  OperationProgress,
  QueryParameters,
  RateLimitOptions,
  RequestBody,
  ResponseHeaders,
  ResponseType,
  RetryOptions,
  SessionKind,
  Transport,
  TransportOptions,
  TransportRequest,
  TransportResponse,
  TransportStats,
} from '@acurecord/transport';
export type {
  ErrorEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  SessionEvent,
  ThrottleEvent,
  TransportEvent,
} from '@acurecord/transport';
export type { ConditionInput } from '@acurecord/odata';
export type {
  CallOptions,
  DeleteOptions,
  ExpandPath,
  FactSource,
  FieldFactOverrides,
  ReadShape,
  SelectPath,
  TranslationsPath,
  WriteMode,
} from '@acurecord/metadata';
export { diskStore, keyvStore, memoryStore } from '@acurecord/cache';
export type { CacheSetOptions, CacheStore } from '@acurecord/cache';
export { fileTaskStore } from '@acurecord/scheduler';
export type {
  CronSchedule,
  IntervalSchedule,
  OnceSchedule,
  RunOutcome,
  RunRecord,
  RunStart,
  RunTrigger,
  Schedule,
  ScheduleBounds,
  SchedulerClock,
  SchedulerDriver,
  SchedulerOptions,
  TaskRecord,
  TaskStore,
} from '@acurecord/scheduler';
