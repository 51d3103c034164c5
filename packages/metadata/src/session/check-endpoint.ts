import { AcumaticaConfigError } from '@acurecord/errors';
import type { EntityClient } from '../gateway/entity-client.js';
import type { EndpointName } from '../schema/endpoint-name.js';
import { entityMetadata } from '../model/entity-metadata.js';

const warned = new Set<string>();

/**
 * Sees to it that a class speaks with the endpoint that it was made for. Another version of it is taken, since endpoints
 * grow, and warned about once.
 *
 * @throws AcumaticaConfigError for a client of another endpoint
 */
export function checkEndpoint(client: EntityClient, target: object): void {
  const { name, endpoint } = entityMetadata(target);
  if (endpoint === undefined) return;
  if (client.endpoint === undefined) client.expectEndpoint?.(name, endpoint);
  else compareEndpoints(name, endpoint, client.endpoint);
}

/** @throws AcumaticaConfigError when a class of the one endpoint would speak with the other */
export function compareEndpoints(entity: string, made: EndpointName, spoken: EndpointName): void {
  const from = `${made.name}/${made.version}`;
  const to = `${spoken.name}/${spoken.version}`;
  if (from === to) return;
  const sentence = `The class of ${entity} was made for the endpoint ${from}, and its client speaks with ${to}`;
  if (made.name.toLowerCase() !== spoken.name.toLowerCase()) {
    throw new AcumaticaConfigError(
      `${sentence}. Use it with a client of ${made.name} (endpointName: '${made.name}'), or generate it for ${spoken.name}.`,
    );
  }
  if (warned.has(`${from} ${to}`)) return;
  warned.add(`${from} ${to}`);
  process.emitWarning(
    `${sentence}. Members may differ: connect with endpointVersion '${made.version}', or generate the classes again.`,
    { type: 'AcuRecordWarning', code: 'ACURECORD_ENDPOINT_VERSION' },
  );
}
