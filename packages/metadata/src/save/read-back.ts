import { entityMetadata } from '../model/entity-metadata.js';
import { addressOf } from '../record/record-address.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import type { CallOptions } from '../gateway/entity-gateway.js';
import { shapeParams } from '../shape/shape-params.js';
import { callOptionsOf } from '../shape/read-options.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WireRow } from '../wire/wire-row.js';
import { changedParts } from '../changes/changed-parts.js';

/** A record as the server has it after changes were sent, with the parts that they touch. */
export function readBack(
  entity: Entity,
  client: EntityClient,
  changes: WireRow,
  options: CallOptions,
): Promise<WireRow> {
  const target = entity.constructor;
  const { references, custom } = changedParts(target, changes);
  return client.gateway.get({
    entity: entityMetadata(target).name,
    address: addressOf(entity[STATE]),
    params: shapeParams(target, { expand: references, custom }, client),
    options: callOptionsOf(options),
  });
}
