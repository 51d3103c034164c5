import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { addressOf } from '../record/record-address.js';
import { clientOf } from '../session/client-of.js';
import { callOptionsOf } from '../shape/read-options.js';
import type { ReadOptions } from '../shape/read-options.js';
import { shapeParams } from '../shape/shape-params.js';
import type { WireRow } from '../wire/wire-row.js';
import { changedParts } from '../changes/changed-parts.js';
import { refusePart } from '../record/refuse-part.js';

/** Reads a record again when the saves of it are done. What was expanded before is expanded again. */
export function reloadEntity(entity: Entity, options: ReadOptions): Promise<void> {
  refusePart(entity, 'reloaded');
  return entity[STATE].enqueue(() => reloadNow(entity, options));
}

/** Reads a record again at once, for those who have their turn already. */
export async function reloadNow(entity: Entity, options: ReadOptions): Promise<void> {
  const state = entity[STATE];
  const target = entity.constructor;
  const client = clientOf(entity);
  const loaded = changedParts(target, state.base);
  const { expand = loaded.references, custom = loaded.custom, select } = options;
  const answer = await client.gateway.get({
    entity: entityMetadata(target).name,
    address: addressOf(entity[STATE]),
    params: shapeParams(target, { expand, custom, select }, client),
    options: callOptionsOf(options),
  });
  const row: WireRow = select === undefined ? answer : { ...state.base, ...answer };
  state.client = client;
  state.reset(row, row);
}
