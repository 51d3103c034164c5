import type { EndpointSchema } from '@acurecord/metadata';
import type { ServiceDirectory } from '../services/service-directory.js';
import { serviceNameOf } from '../services/service-index.js';

/** What a service is, and what it can do. */
export interface ServiceDescription {
  /** Name of the entity, by which `client.service(name)` finds it. */
  readonly name: string;
  /** The client's member, such as `customers`; `null` where that name is taken. */
  readonly attribute: string | null;
  readonly entityName: string;
  readonly endpointName: string;
  readonly methods: readonly string[];
}

const RECORD_METHODS = [
  'getById',
  'getByKeys',
  'getList',
  'query',
  'putEntity',
  'deleteById',
  'deleteByKeys',
  'putFile',
  'getFiles',
  'getFile',
  'invokeAction',
  'getAdHocSchema',
];

/** Describes the service of an entity of the endpoint. */
export function describeService(name: string, schema: EndpointSchema, services: ServiceDirectory): ServiceDescription {
  const entity = schema.entities[name];
  const actions = Object.keys(entity?.actions ?? {}).map((action) => `invokeAction${action}`);
  return {
    name,
    attribute: serviceNameOf(name, services) ?? null,
    entityName: name,
    endpointName: schema.endpoint,
    methods: [...(entity?.use === 'inquiry' ? ['run'] : RECORD_METHODS), ...actions],
  };
}
