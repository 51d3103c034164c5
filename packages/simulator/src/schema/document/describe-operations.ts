import type { EntityModel } from '../schema-model.js';
import type { DocumentFeatures } from './document-features.js';
import type { Operation, OperationResponse, ParameterName } from './operation.js';

const shape = ['select', 'filter', 'expand', 'custom'] as const satisfies readonly ParameterName[];
const recordBody = 'The record to be passed to the system.';
const invocationBody = 'The record to which the action should be applied and the parameters of the action.';

/** All operations of a top-level entity in document order: actions, custom fields, keys, files, id, collection. */
export function describeOperations(entity: EntityModel, features: DocumentFeatures): Operation[] {
  const describe = entity.isReport ? [startReport(entity)] : describeForm(entity, features);
  return describe.map((operation) => ({ ...operation, responses: [...common(features), ...operation.responses] }));
}

function describeForm(entity: EntityModel, features: DocumentFeatures): Operation[] {
  return [
    ...[...entity.actions.keys()].map((action) => invoke(entity, action, action, [])),
    invoke(entity, '{actionName}', 'CustomAction', ['actionName']),
    ...readSchemaOf(entity),
    ...byKeys(entity),
    ...byId(entity),
    ...collection(entity, features),
  ];
}

function common(features: DocumentFeatures): OperationResponse[] {
  const base = [shared(401, 'ContractBasedControllerBase'), shared(500, 'ContractBasedControllerBase')];
  return features.longOperationConflict ? [...base, shared(409, 'ContractBasedControllerBase')] : base;
}

function shared(status: number, operation: string): OperationResponse {
  return { status, shared: `${operation}_${String(status)}` };
}

function record(entity: EntityModel, status: number, description: string, list = false): OperationResponse {
  return { status, description, entity: entity.name, list };
}

function invoke(entity: EntityModel, path: string, id: string, parameters: readonly ParameterName[]): Operation {
  const schema = id === 'CustomAction' ? `${entity.name}CustomAction` : id;
  return {
    path: `/${entity.name}/${path}`,
    verb: 'post',
    entity: entity.name,
    operationId: `${entity.name}_InvokeAction_${id}`,
    summary: 'Performs an action in the system.',
    parameters,
    body: { name: 'invocation', description: invocationBody, schema },
    responses: [
      ...[204, 202, 400, 412].map((status) => shared(status, 'InvokeAction')),
      record(entity, 422, 'The data specified in the request is invalid.'),
    ],
  };
}

function readSchemaOf(entity: EntityModel): Operation[] {
  const description =
    'The field name, view name, and type of the fields that are not defined in the contract of the endpoint for this entity.';
  return [
    {
      path: `/${entity.name}/$adHocSchema`,
      verb: 'get',
      entity: entity.name,
      operationId: `${entity.name}_GetAdHocSchema`,
      summary: 'Retrieves the schema of custom fields of the entity from the system.',
      parameters: [],
      responses: [record(entity, 200, description)],
    },
  ];
}

function byKeys(entity: EntityModel): Operation[] {
  const path = `/${entity.name}/{ids}`;
  const own = { path, entity: entity.name };
  return [
    {
      ...own,
      verb: 'get',
      operationId: `${entity.name}_GetByKeys`,
      summary: 'Retrieves a record by the values of its key fields from the system.',
      parameters: ['ids', ...shape],
      responses: [record(entity, 200, 'The requested record.')],
    },
    {
      ...own,
      verb: 'delete',
      operationId: `${entity.name}_DeleteByKeys`,
      summary: 'Deletes the record by the values of its key fields.',
      parameters: ['ids'],
      responses: [shared(204, 'DeleteByKeys')],
    },
    {
      path: `${path}/files/{filename}`,
      entity: entity.name,
      verb: 'put',
      operationId: `${entity.name}_PutFile`,
      summary: 'Attaches a file to a record.',
      parameters: ['ids', 'filename'],
      responses: [shared(204, 'PutFile')],
    },
  ];
}

function byId(entity: EntityModel): Operation[] {
  const own = { path: `/${entity.name}/{id}`, entity: entity.name };
  return [
    {
      ...own,
      verb: 'get',
      operationId: `${entity.name}_GetById`,
      summary: 'Retrieves a record by the value of the session entity ID from the system.',
      parameters: ['id', ...shape],
      responses: [record(entity, 200, 'The requested record.')],
    },
    {
      ...own,
      verb: 'delete',
      operationId: `${entity.name}_DeleteById`,
      summary: 'Deletes the record by its session identifier.',
      parameters: ['id'],
      responses: [shared(204, 'DeleteById')],
    },
  ];
}

function collection(entity: EntityModel, features: DocumentFeatures): Operation[] {
  const list: Operation = {
    path: `/${entity.name}`,
    entity: entity.name,
    verb: 'get',
    operationId: `${entity.name}_GetList`,
    summary: 'Retrieves records that satisfy the specified conditions from the system.',
    parameters: [...shape, 'skip', 'top'],
    responses: [record(entity, 200, 'The list of records that satisfy the specified conditions.', true)],
  };
  const put = write(entity, 'put', 'Creates a record or updates an existing record.', 'The created or updated record.');
  const patch = write(entity, 'patch', 'Updates an existing record.', 'The updated record.');
  return features.patch ? [list, put, patch] : [list, put];
}

function write(entity: EntityModel, verb: 'put' | 'patch', summary: string, result: string): Operation {
  const name = verb === 'put' ? 'PutEntity' : 'PatchEntity';
  const failures = verb === 'put' ? [400, 412] : [400, 404, 412];
  return {
    path: `/${entity.name}`,
    entity: entity.name,
    verb,
    operationId: `${entity.name}_${name}`,
    summary,
    parameters: shape,
    body: { name: 'entity', description: recordBody, schema: entity.name },
    responses: [
      record(entity, 200, result),
      ...failures.map((status) => shared(status, name)),
      record(entity, 422, 'The data specified in the request is invalid.'),
    ],
  };
}

function startReport(entity: EntityModel): Operation {
  return {
    path: `/${entity.name}`,
    entity: entity.name,
    verb: 'post',
    operationId: `${entity.name}_StartReport`,
    summary: 'Starts a report in the system.',
    parameters: [],
    body: { name: 'entity', description: 'The parameters of the report.', schema: entity.name },
    responses: [shared(202, 'StartReport'), shared(400, 'StartReport')],
  };
}
