// Schema documents
export { readSchema } from './schema/read-schema.js';
export { referencedEntity } from './schema/endpoint-schema.js';
export type {
  ActionSchema,
  DetailsSchema,
  EndpointSchema,
  EntitySchema,
  FieldSchema,
  LinkSchema,
  MemberSchema,
  UnknownSchema,
} from './schema/endpoint-schema.js';
export { knownKeys } from './knowledge/known-keys.js';
export { loadKnowledge } from './knowledge/load-knowledge.js';
export type { Knowledge } from './knowledge/knowledge.js';
export type { FactSource } from './knowledge/fact-table.js';
export type { EntityFacts, FieldFact, FieldFactOverrides } from './knowledge/field-fact.js';
export { withKeys } from './schema/with-keys.js';
export { withNumbering } from './schema/with-numbering.js';
export { withValues } from './schema/with-values.js';
export { learnKeys } from './schema/learn-keys.js';
export type { DacDescription } from './schema/learn-keys.js';
export { applyAdHocSchema } from './schema/apply-ad-hoc-schema.js';
export { diffSchemas } from './schema/diff-schemas.js';
export type { SchemaChange, SchemaDiff } from './schema/diff-schemas.js';
export { readODataMetadata } from './schema/read-odata-metadata.js';
export type {
  ColumnSchema,
  InquiryFunction,
  InquirySchema,
  NavigationSchema,
  ODataSchema,
} from './schema/odata-schema.js';
export type { CustomFieldPlace } from './wire/custom-table.js';
export type { ClassicWireType, Contract5WireType, WireType } from './wire/wire-type.js';

// Classes
export { Entity } from './entity/entity.js';
export type { EntityClass } from './record/entity-class.js';
export { EntityScope } from './entity/entity-scope.js';
export type { CreateOptions } from './entity/entity-scope.js';
export { DetailCollection } from './record/detail-collection.js';
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
} from './record/entity-shape.js';
export type { TextRow } from './transform/from-text.js';
export type { TextOptions } from './transform/text-options.js';
export type { ExpandPath, SelectPath, TranslationsPath } from './shape/member-path.js';
export type { DefinedClass } from './declare/defined-class.js';
export type { Link } from './entity/link.js';
export type { FindArguments } from './entity/find-arguments.js';
export type { EntityKeys, KeyValue, NamedKeys, OrderedKeys } from './record/record-address.js';
export { nearestNames } from '@acurecord/errors';
export { entity } from './declare/entity-decorator.js';
export type { EntityOptions } from './declare/entity-decorator.js';
export { field } from './declare/field.js';
export type { MemberDecorator, WireValueOf, WireValues } from './declare/field.js';
export { defineFields } from './declare/define-fields.js';
export type {
  DeclaredEntity,
  DefinedFields,
  DefinedFieldsClass,
  DefinedRecord,
  MemberDeclarations,
} from './declare/defined-fields.js';
export { defineEntity } from './declare/define-entity.js';
export type { DynamicEntity } from './declare/define-entity.js';
export { ENTITY_METADATA_KEY, entityMetadata } from './model/entity-metadata.js';
export type { EntityMetadata } from './model/entity-metadata.js';
export type {
  FieldDefinition,
  FieldOptions,
  MemberDefinition,
  ReferenceDefinition,
  UnknownDefinition,
} from './model/member-definition.js';
export { action } from './declare/action-decorator.js';
export type { ActionDecorator, ActionMethod } from './declare/action-decorator.js';
export type {
  ActionName,
  ActionParameters,
  ActionsOf,
  CustomParameters,
  ParametersOf,
  ParameterTypes,
} from './model/action-types.js';
export type { InvokeOptions } from './action/invoke-action.js';
export type { FileContent } from './file/record-files.js';
export type { RecordFile } from './file/record-file.js';

// Reading and saving
export { Query } from './query/query.js';
export type { Fallback } from './query/query-plan.js';
export type { CompiledQuery } from './query/compile-query.js';
export type { QueryExplanation } from './query/explain-query.js';
export type { ReadOptions, ReadShape } from './shape/read-options.js';
export type { SaveOptions } from './save/save-options.js';
export type { DeleteOptions } from './save/delete-entity.js';
export { InquiryQuery } from './inquiry/inquiry-query.js';
export type { InquirySource } from './inquiry/inquiry-query.js';
export type { InquiryRow } from './inquiry/inquiry-row.js';

// Who speaks to the ERP
export type { EntityClient } from './gateway/entity-client.js';
export type { EndpointName } from './schema/endpoint-name.js';
export { compareEndpoints } from './session/check-endpoint.js';
export { FormKnowledge } from './gateway/form-knowledge.js';
export type { WrittenKeys } from './gateway/form-knowledge.js';
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
  AttachOptions,
  UploadRequest,
  WireParams,
  WriteMode,
} from './gateway/entity-gateway.js';
export { callHeaders } from './gateway/call-headers.js';
export { RestGateway } from './gateway/rest-gateway.js';
export type { ODataRoot, RestGatewayOptions } from './gateway/rest-gateway.js';
export type { Translations } from './wire/translations.js';
export type { WireRow, WireValue } from './wire/wire-row.js';
