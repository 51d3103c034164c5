import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { refusePart } from '../record/refuse-part.js';
import { saveAnchored } from './save-anchored.js';
import { saveNow } from './save-now.js';
import type { SaveOptions } from './save-options.js';

/** Sends the changes of a record when the earlier saves of it are done. */
export function saveEntity(entity: Entity, options: SaveOptions): Promise<void> {
  refusePart(entity, 'saved');
  return entity[STATE].enqueue(() => {
    const isAnchored = options.anchor !== undefined && entity.isNew;
    return isAnchored ? saveAnchored(entity, options) : saveNow(entity, options);
  });
}
