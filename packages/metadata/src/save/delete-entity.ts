import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { entityMetadata } from '../model/entity-metadata.js';
import type { CallOptions } from '../gateway/entity-gateway.js';
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
    const { gateway } = clientOf(entity);
    const { name } = entityMetadata(entity.constructor);
    await gateway.delete({ entity: name, address: addressOf(entity[STATE]), options: callOptionsOf(options) });
  });
}
