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
export type { ClassicWireType, Contract5WireType, WireType } from './schema/wire-type.js';

// Who speaks to the ERP
export type { EntityClient } from './session/entity-client.js';
export { offerDefaultClient, releaseDefaultClient, runWithClient, setDefaultClient } from './session/current-client.js';
export type {
  ActionOptions,
  CallOptions,
  DeleteRequest,
  EntityGateway,
  EntityRequest,
  FileContent,
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
export type { WireRow, WireValue } from './wire/wire-row.js';
