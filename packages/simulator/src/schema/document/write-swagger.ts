import type { SimulatorSchema } from '../schema-model.js';
import { describeOperations } from './describe-operations.js';
import { describeSchemas } from './describe-schemas.js';
import type { JsonSchema } from './describe-schemas.js';
import { describeTags } from './describe-tags.js';
import type { DocumentFeatures } from './document-features.js';
import { groupByPath } from './group-by-path.js';
import type { Operation, OperationResponse, ParameterName } from './operation.js';
import { sharedParameters } from './shared-parameters.js';
import { sharedResponses } from './shared-responses.js';

const refer = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
/** In this dialect the keys are a list with a collection format, which says what the OpenAPI text says in words. */
const idsDescription = 'The values of the key fields of the record.';
const mediaTypes = ['application/json', 'text/json'];

/**
 * The endpoint document as Swagger 2.0.
 *
 * @param root Absolute URL of the endpoint.
 */
export function writeSwagger(schema: SimulatorSchema, features: DocumentFeatures, root: string): JsonSchema {
  const entities = [...schema.entities.values()].filter((entity) => entity.topLevel);
  const { host, pathname, protocol } = new URL(root);
  return {
    swagger: '2.0',
    info: { title: `${schema.endpoint}/${schema.version}`, version: String(schema.contract) },
    host,
    basePath: pathname,
    schemes: [protocol.slice(0, -1)],
    paths: groupByPath(
      entities.flatMap((entity) => describeOperations(entity, features)),
      writeOperation,
    ),
    definitions: describeSchemas(schema, features, refer),
    tags: describeTags(entities),
  };
}

function writeOperation(operation: Operation): JsonSchema {
  const { body } = operation;
  const parameters = operation.parameters.map(writeParameter);
  const bodyParameter =
    body === undefined
      ? []
      : [{ in: 'body', name: body.name, description: body.description, required: true, schema: refer(body.schema) }];
  const all = [...parameters, ...bodyParameter];
  return {
    tags: [operation.entity],
    summary: operation.summary,
    operationId: operation.operationId,
    ...(body === undefined ? {} : { consumes: mediaTypes }),
    produces: mediaTypes,
    ...(all.length === 0 ? {} : { parameters: all }),
    responses: Object.fromEntries(operation.responses.map((response) => [response.status, writeResponse(response)])),
  };
}

function writeParameter(parameter: ParameterName): JsonSchema {
  const { name, in: place, type, format, ...rest } = sharedParameters[parameter];
  const description = parameter === 'ids' ? idsDescription : rest.description;
  const list = { type: 'array', items: { type: 'string' }, collectionFormat: 'pipes' };
  const plain = { type, ...(format === undefined ? {} : { format }) };
  return {
    in: place,
    name,
    ...(description === undefined ? {} : { description }),
    ...(place === 'path' ? { required: true } : {}),
    ...(parameter === 'ids' ? list : plain),
  };
}

function writeResponse(response: OperationResponse): JsonSchema {
  if (!('shared' in response)) {
    const record = refer(response.entity);
    return { description: response.description, schema: response.list ? { type: 'array', items: record } : record };
  }
  const { description = '', error = false, location } = sharedResponses[response.shared] ?? {};
  return {
    description,
    ...(error ? { schema: refer('HttpError') } : {}),
    ...(location === undefined
      ? {}
      : { headers: { Location: { description: location, type: 'string', format: 'uri' } } }),
  };
}
