// Schema documents
export { readSchema } from './schema/read-schema.js';
export type {
  ActionSchema,
  CustomFieldPlace,
  DetailsSchema,
  EndpointSchema,
  EntitySchema,
  FieldSchema,
  LinkSchema,
  MemberSchema,
} from './schema/endpoint-schema.js';
export { knownKeys } from './schema/known-keys.js';
export { withKeys } from './schema/with-keys.js';
export { withValues } from './schema/with-values.js';
export { learnKeys } from './schema/learn-keys.js';
export type { DacDescription } from './schema/learn-keys.js';
export { applyAdHocSchema } from './schema/apply-ad-hoc-schema.js';
export { diffSchemas } from './schema/diff-schemas.js';
export type { SchemaChange, SchemaDiff } from './schema/diff-schemas.js';
export { readODataMetadata } from './schema/read-odata-metadata.js';
export type { ColumnSchema, InquiryFunction, InquirySchema, ODataSchema } from './schema/odata-schema.js';
export type { ClassicWireType, Contract5WireType, WireType } from './schema/wire-type.js';

// Classes
export { Entity } from './entity/entity.js';
export type { EntityClass } from './entity/entity-class.js';
export { EntityScope } from './entity/entity-scope.js';
export type { CreateOptions } from './entity/entity-scope.js';
export { DetailCollection } from './entity/detail-collection.js';
export type {
  ChangeOf,
  DetailChange,
  EntityChanges,
  EntityInit,
  InitOf,
  MemberName,
  PlainEntity,
  PlainOf,
  PlainRecord,
  RecordInit,
} from './entity/entity-shape.js';
export type { ExpandPath, SelectPath } from './entity/member-path.js';
export type { DefinedClass } from './entity/defined-class.js';
export type { Link } from './entity/link.js';
export type { EntityKeys, FindArguments, KeyValue, NamedKeys, OrderedKeys } from './entity/record-address.js';
export { nearestNames } from './entity/nearest-names.js';
export { entity } from './decorators/entity-decorator.js';
export type { EntityOptions } from './decorators/entity-decorator.js';
export { field } from './decorators/field.js';
export type { MemberDecorator } from './decorators/field.js';
export { defineEntity } from './decorators/define-entity.js';
export type { DynamicEntity } from './decorators/define-entity.js';
export { ENTITY_METADATA_KEY, entityMetadata } from './decorators/entity-metadata.js';
export type { EntityMetadata } from './decorators/entity-metadata.js';
export type {
  FieldDefinition,
  FieldOptions,
  MemberDefinition,
  ReferenceDefinition,
} from './decorators/member-definition.js';
export { action } from './action/action-decorator.js';
export type { ActionDecorator, ActionMethod } from './action/action-decorator.js';
export type {
  ActionName,
  ActionParameters,
  ActionsOf,
  CustomParameters,
  ParametersOf,
  ParameterTypes,
} from './action/action-types.js';
export type { InvokeOptions } from './action/invoke-action.js';
export type { FileContent } from './file/record-files.js';
export type { RecordFile } from './file/record-file.js';

// Reading and saving
export { Query } from './query/query.js';
export type { CompiledQuery } from './query/compile-query.js';
export type { QueryExplanation } from './query/explain-query.js';
export type { ReadOptions, ReadShape } from './query/read-options.js';
export type { SaveOptions } from './save/save-options.js';
export type { DeleteOptions } from './save/delete-entity.js';
export { InquiryQuery } from './inquiry/inquiry-query.js';
export type { InquirySource } from './inquiry/inquiry-query.js';
export type { InquiryRow } from './inquiry/inquiry-row.js';

// Who speaks to the ERP
export type { EntityClient } from './session/entity-client.js';
export { bindClass } from './session/bind-class.js';
export { offerDefaultClient, releaseDefaultClient, runWithClient, setDefaultClient } from './session/current-client.js';
export type {
  ActionOptions,
  CallOptions,
  DeleteRequest,
  EntityGateway,
  EntityRequest,
  FileReadOptions,
  GetRequest,
  InvokeRequest,
  ListRequest,
  ODataPage,
  ODataRequest,
  PutRequest,
  RecordAddress,
  UploadOptions,
  UploadRequest,
  WireParams,
  WriteMode,
} from './gateway/entity-gateway.js';
export { RestGateway } from './gateway/rest-gateway.js';
export type { ODataRoot, RestGatewayOptions } from './gateway/rest-gateway.js';
export type { WireRow, WireValue } from './wire/wire-row.js';
