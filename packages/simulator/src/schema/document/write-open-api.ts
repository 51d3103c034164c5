import type { SimulatorSchema } from '../schema-model.js';
import { describeOperations } from './describe-operations.js';
import { describeSchemas } from './describe-schemas.js';
import type { JsonSchema } from './describe-schemas.js';
import type { DocumentFeatures } from './document-features.js';
import type { Operation, OperationResponse } from './operation.js';
import { describeTags } from './describe-tags.js';
import { groupByPath } from './group-by-path.js';
import { sharedParameters } from './shared-parameters.js';
import type { SharedParameter } from './shared-parameters.js';
import { sharedResponses } from './shared-responses.js';
import type { SharedResponse } from './shared-responses.js';

const refer = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/**
 * The endpoint document as OpenAPI 3.0.1.
 *
 * @param root Absolute URL of the endpoint, such as `http://localhost/site/entity/Default/24.200.001`.
 */
export function writeOpenApi(schema: SimulatorSchema, features: DocumentFeatures, root: string): JsonSchema {
  const entities = [...schema.entities.values()].filter((entity) => entity.topLevel);
  const operations = entities.flatMap((entity) => describeOperations(entity, features));
  const used = new Set(operations.flatMap(({ responses }) => responses.map((r) => ('shared' in r ? r.shared : ''))));
  return {
    openapi: '3.0.1',
    info: { title: `${schema.endpoint}/${schema.version}`, version: String(schema.contract) },
    servers: [{ url: root }],
    paths: groupByPath(operations, writeOperation),
    components: {
      schemas: describeSchemas(schema, features, refer),
      responses: mapValues(sharedResponses, writeShared, (name) => used.has(name) || name.startsWith('StartReport')),
      parameters: mapValues(sharedParameters, writeParameter),
    },
    tags: describeTags(entities),
  };
}

function writeOperation(operation: Operation): JsonSchema {
  const { body } = operation;
  return {
    tags: [operation.entity],
    summary: operation.summary,
    operationId: operation.operationId,
    ...(operation.parameters.length === 0
      ? {}
      : { parameters: operation.parameters.map((name) => ({ $ref: `#/components/parameters/${name}` })) }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            description: body.description,
            content: media(refer(body.schema)),
            required: true,
            'x-bodyName': body.name,
          },
        }),
    responses: Object.fromEntries(operation.responses.map((response) => [response.status, writeResponse(response)])),
  };
}

function writeResponse(response: OperationResponse): JsonSchema {
  if ('shared' in response) return { $ref: `#/components/responses/${response.shared}` };
  const record = refer(response.entity);
  return {
    description: response.description,
    content: media(response.list ? { type: 'array', items: record } : record),
  };
}

function writeShared({ description, error, location }: SharedResponse): JsonSchema {
  const header = { description: location, schema: { type: 'string', format: 'uri' } };
  return {
    description,
    ...(location === undefined ? {} : { headers: { Location: header } }),
    ...(error ? { content: media(refer('HttpError')) } : {}),
  };
}

function writeParameter({ name, in: place, description, type, format }: SharedParameter): JsonSchema {
  return {
    name,
    in: place,
    ...(description === undefined ? {} : { description }),
    ...(place === 'path' ? { required: true } : {}),
    schema: { type, ...(format === undefined ? {} : { format }) },
  };
}

function media(schema: JsonSchema): JsonSchema {
  return { 'application/json': { schema }, 'text/json': { schema } };
}

function mapValues<T>(
  record: Readonly<Record<string, T>>,
  write: (value: T) => JsonSchema,
  keep: (name: string) => boolean = () => true,
): JsonSchema {
  const kept = Object.entries(record).filter(([name]) => keep(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, write(value)]));
}
