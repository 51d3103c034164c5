import { fieldTypes } from '../schema-model.js';
import type { EntityModel, FieldType, Member, SimulatorSchema } from '../schema-model.js';
import type { DocumentFeatures } from './document-features.js';

/** A JSON schema as it stands in a document. */
export type JsonSchema = Record<string, unknown>;

/** Makes a reference to a schema by name. */
export type Refer = (name: string) => JsonSchema;

const jsonTypes: Readonly<Record<FieldType, JsonSchema>> = {
  Boolean: { type: 'boolean' },
  Byte: { type: 'integer', format: 'int32' },
  DateTime: { type: 'string', format: 'date-time' },
  Decimal: { type: 'number', format: 'double' },
  Double: { type: 'number', format: 'double' },
  Guid: { type: 'string', format: 'uuid' },
  Int: { type: 'integer', format: 'int32' },
  Long: { type: 'integer', format: 'int64' },
  Short: { type: 'integer', format: 'int32' },
  String: { type: 'string' },
};

const objectOf = (properties: JsonSchema): JsonSchema => ({ type: 'object', properties });
const mapOf = (values: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: values });
const text: JsonSchema = { type: 'string' };

/** All schemas of a document by name, sorted as the ERP sorts them. */
export function describeSchemas(schema: SimulatorSchema, features: DocumentFeatures, refer: Refer): JsonSchema {
  const entities = [...schema.entities.values()];
  const all: [string, JsonSchema][] = [
    ['Entity', describeBase(schema.contract, features, refer)],
    ...describeValues(schema.contract, features),
    ...describeCustomFields(features, refer),
    ['FileLink', describeFileLink(features)],
    ['HttpError', describeHttpError(features)],
    ...entities.map((entity): [string, JsonSchema] => [entity.name, describeEntity(entity, features, refer)]),
    ...entities
      .filter((entity) => entity.topLevel && !entity.isReport)
      .flatMap((entity) => describeActions(entity, refer)),
  ];
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function describeBase(contract: number, features: DocumentFeatures, refer: Refer): JsonSchema {
  return objectOf({
    id: { type: 'string', format: 'uuid' },
    rowNumber: { type: 'integer', format: 'int64' },
    note: contract < 4 ? text : refer('StringValue'),
    custom: mapOf(mapOf(refer('CustomField'))),
    ...(contract < 4 ? {} : { error: text }),
    files: { type: 'array', items: refer('FileLink') },
    ...(features.longOperationConflict ? { _links: mapOf({ type: 'string', format: 'uri' }) } : {}),
  });
}

function describeValues(contract: number, features: DocumentFeatures): [string, JsonSchema][] {
  const nullable = features.longOperationConflict ? { nullable: true } : {};
  const valued = (value: JsonSchema): JsonSchema => objectOf({ value: { ...value, ...nullable }, error: text });
  const plain = fieldTypes.map((type): [string, JsonSchema] => [`${type}Value`, valued(jsonTypes[type])]);
  const choice = (id: FieldType): JsonSchema => objectOf({ id: jsonTypes[id], description: text });
  if (contract < 5) return plain;
  return [
    ...plain,
    ['DateOnlyValue', valued({ type: 'string', format: 'date' })],
    ['IntSingleSelectValue', valued(choice('Int'))],
    ['StringMultiSelectValue', valued({ type: 'array', items: choice('String') })],
    ['StringSingleSelectValue', valued(choice('String'))],
  ];
}

function describeCustomFields(features: DocumentFeatures, refer: Refer): [string, JsonSchema][] {
  const discriminator = features.dialect === 'swagger-2.0' ? 'type' : { propertyName: 'type' };
  const base = { required: ['type'], type: 'object', properties: { type: text }, discriminator };
  const typed = fieldTypes.map((type): [string, JsonSchema] => [
    `Custom${type}Field`,
    { allOf: [refer('CustomField'), objectOf({ value: jsonTypes[type], error: text })] },
  ]);
  return [['CustomField', base], ...typed];
}

function describeFileLink(features: DocumentFeatures): JsonSchema {
  const comment = features.dialect === 'swagger-2.0' ? {} : { comment: { type: 'string', nullable: true } };
  const id = { type: 'string', format: 'uuid' };
  return objectOf({ id, filename: text, href: { type: 'string', format: 'uri' }, ...comment });
}

function describeHttpError(features: DocumentFeatures): JsonSchema {
  const optional = features.dialect === 'swagger-2.0' ? text : { type: 'string', nullable: true };
  const properties = {
    message: text,
    exceptionMessage: optional,
    exceptionType: optional,
    stackTrace: optional,
    modelState: mapOf({ type: 'array', items: text }),
    messageDetail: text,
  };
  return { ...objectOf(properties), additionalProperties: { type: 'object' } };
}

function describeEntity(entity: EntityModel, features: DocumentFeatures, refer: Refer): JsonSchema {
  const members = [...entity.members].map(([name, member]): [string, JsonSchema] => [
    name,
    describeMember(member, refer),
  ]);
  const workflow = features.longOperationConflict && entity.topLevel && !entity.isReport;
  const own = workflow ? { _workflowActions: mapOf(refer(`${entity.name}CustomAction`)) } : {};
  return { allOf: [refer('Entity'), objectOf({ ...Object.fromEntries(members), ...own })] };
}

function describeMember(member: Member, refer: Refer): JsonSchema {
  if (member.kind === 'details') return { type: 'array', items: refer(member.entity) };
  if (member.kind === 'link') return refer(member.entity);
  if (member.kind === 'unknown') return JSON.parse(member.shape) as JsonSchema;
  if (member.shape === 'date-only') return refer('DateOnlyValue');
  if (member.shape === 'multi-select') return refer('StringMultiSelectValue');
  return refer(member.shape === 'single-select' ? `${member.type}SingleSelectValue` : `${member.type}Value`);
}

function describeActions(entity: EntityModel, refer: Refer): [string, JsonSchema][] {
  const named = [...entity.actions].map(([name, { parameters }]): [string, JsonSchema] => {
    const typed = [...parameters].map(([parameter, type]) => [parameter, refer(`${type}Value`)] as const);
    return [name, describeAction(entity, refer, parameters.size === 0 ? undefined : Object.fromEntries(typed), true)];
  });
  const custom = { custom: mapOf(mapOf(refer('CustomField'))) };
  return [...named, [`${entity.name}CustomAction`, describeAction(entity, refer, custom, false)]];
}

function describeAction(
  entity: EntityModel,
  refer: Refer,
  parameters: JsonSchema | undefined,
  parametersRequired: boolean,
): JsonSchema {
  const described = { ...objectOf(parameters ?? {}), description: 'The parameters of the action.' };
  const properties = { entity: refer(entity.name), ...(parameters === undefined ? {} : { parameters: described }) };
  const required = parameters !== undefined && parametersRequired ? ['entity', 'parameters'] : ['entity'];
  return { required, ...objectOf(properties) };
}
