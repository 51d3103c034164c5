import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { CallOptions, RecordAddress } from '../gateway/entity-gateway.js';
import type { EntityClass } from '../record/entity-class.js';
import { recordAt } from './find-written.js';
import { clientOf } from '../session/client-of.js';
import { addressOf } from '../record/record-address.js';
import { callOptionsOf } from '../shape/read-options.js';
import { refusePart } from '../record/refuse-part.js';

/** How a record is deleted. */
export type DeleteOptions = CallOptions;

/** Deletes a record when the saves of it are done. */
export function deleteEntity(entity: Entity, options: DeleteOptions): Promise<void> {
  refusePart(entity, 'deleted');
  return entity[STATE].enqueue(async () => {
    const address = addressOf(entity[STATE]);
    await deleteAt({ target: entity.constructor as EntityClass, client: clientOf(entity) }, address, options);
  });
}

/** Deletes the record at an address; where nobody knows whether it is gone, the error can look. */
export async function deleteAt(
  place: { readonly target: EntityClass; readonly client: EntityClient },
  address: RecordAddress,
  options: DeleteOptions,
): Promise<void> {
  const { name } = entityMetadata(place.target);
  try {
    await place.client.gateway.delete({ entity: name, address, options: callOptionsOf(options) });
  } catch (error) {
    throw AcumaticaAmbiguousOutcomeError.is(error) ? error.searchedBy(() => recordAt(place, address)) : error;
  }
}
