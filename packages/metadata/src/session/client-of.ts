import { AcumaticaConfigError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { clientOfClass } from './bind-class.js';
import { checkEndpoint } from './check-endpoint.js';
import { currentClient } from './current-client.js';
import type { EntityClient } from '../gateway/entity-client.js';

/** The client an entity speaks through: the one it came from, else its class's, else the current one. @throws AcumaticaConfigError */
export function clientOf(entity: Entity): EntityClient {
  return clientFor(entity.constructor, entity[STATE].client ?? clientOfClass(entity.constructor));
}

/** The open client that a class speaks through: the one that is given, else the current one. @throws AcumaticaConfigError */
export function clientFor(target: object, given: EntityClient | undefined): EntityClient {
  const { name } = entityMetadata(target);
  const client = openClient(given ?? currentClient(name), name);
  checkEndpoint(client, target);
  return client;
}

/** Passes an open client on. @throws AcumaticaConfigError when it was closed */
export function openClient(client: EntityClient, forWhat: string): EntityClient {
  if (!client.closed) return client;
  throw new AcumaticaConfigError(
    `The client of ${forWhat} was closed; nothing can be read or saved through it any more. ` +
      `Connect again, and read the record with the new client.`,
  );
}
