import { rowChanges } from '../changes/row-changes.js';
import type { RowChanges } from '../changes/row-changes.js';
import type { EntityLike as Entity } from './entity-like.js';
import { refuseStrayNames } from './stray-names.js';
import { STATE } from './entity-state.js';

/** What of a record differs from what the server said. @throws AcumaticaValidationError for a property that is no member */
export function changesOf(entity: Entity): RowChanges {
  refuseStrayNames(entity);
  const { base, row } = entity[STATE];
  return rowChanges(entity.constructor, base, row);
}
