import type { ParameterName } from './operation.js';

/** A parameter in no dialect yet. */
export interface SharedParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description?: string;
  readonly type: 'string' | 'integer';
  readonly format?: 'uuid' | 'int32';
}

/** Parameters by the name they have in OpenAPI documents, in the order of those. */
export const sharedParameters: Readonly<Record<ParameterName, SharedParameter>> = {
  actionName: { name: 'actionName', in: 'path', type: 'string' },
  ids: {
    name: 'ids',
    in: 'path',
    description: 'The values of the key fields of the record. The values are slash-delimited.',
    type: 'string',
  },
  select: {
    name: '$select',
    in: 'query',
    description: 'The fields of the entity to be returned from the system.',
    type: 'string',
  },
  filter: {
    name: '$filter',
    in: 'query',
    description: 'The conditions that determine which records should be selected from the system.',
    type: 'string',
  },
  expand: {
    name: '$expand',
    in: 'query',
    description: 'The linked and detail entities that should be expanded.',
    type: 'string',
  },
  custom: {
    name: '$custom',
    in: 'query',
    description: 'The fields that are not defined in the contract of the endpoint to be returned from the system.',
    type: 'string',
  },
  filename: {
    name: 'filename',
    in: 'path',
    description: 'The name of the file that you are going to attach with the extension.',
    type: 'string',
  },
  id: { name: 'id', in: 'path', description: 'The session ID of the record.', type: 'string', format: 'uuid' },
  skip: {
    name: '$skip',
    in: 'query',
    description: 'The number of records to be skipped from the list of returned records.',
    type: 'integer',
    format: 'int32',
  },
  top: {
    name: '$top',
    in: 'query',
    description: 'The number of records to be returned from the system.',
    type: 'integer',
    format: 'int32',
  },
};
