import { readSchema } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { encodePath } from '@acurecord/transport';
import type { Transport } from '@acurecord/transport';
import type { ServiceDirectory } from '../services/service-directory.js';
import { nameServices } from '../services/service-directory.js';
import type { EndpointReference } from './endpoint-info.js';

/** What an endpoint consists of, and how its entities are called on a client. Plain data, kept between runs. */
export interface EndpointModel extends EndpointSchema {
  readonly services: ServiceDirectory;
}

/** Grows with the form of {@link EndpointModel}. */
export const MODEL_KIND = 'acurecord-model-2';

/** Downloads the description of an endpoint as this tenant has it. */
export async function fetchModel(
  transport: Transport,
  { name, version }: EndpointReference,
  { tenant, isTaken }: { readonly tenant: string | undefined; readonly isTaken: (name: string) => boolean },
): Promise<EndpointModel> {
  const { body } = await transport.send({
    method: 'GET',
    path: encodePath(['entity', name, version, 'swagger.json']),
    ...(tenant !== undefined && { query: { company: tenant } }),
  });
  const schema = readSchema(body);
  const topLevel = Object.values(schema.entities).filter((entity) => entity.topLevel);
  return {
    ...schema,
    services: await nameServices(
      topLevel.map((entity) => entity.name),
      isTaken,
    ),
  };
}
