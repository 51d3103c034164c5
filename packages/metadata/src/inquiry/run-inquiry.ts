import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { shapeParams } from '../shape/shape-params.js';
import { callOptionsOf } from '../shape/read-options.js';
import type { ReadOptions } from '../shape/read-options.js';
import { wireChanges } from '../changes/wire-changes.js';
import { changesOf } from '../record/changes-of.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WireRow } from '../wire/wire-row.js';

/** Inquiries of the contract are read by PUT of their parameters; all their rows come at once. */
export function runInquiry<T extends Entity>(
  client: EntityClient,
  parameters: T,
  options: ReadOptions<T>,
): Promise<WireRow> {
  const target = parameters.constructor;
  const { name, members } = entityMetadata(target);
  const lists = Object.keys(members).filter((member) => members[member]?.kind === 'details');
  return client.gateway.put({
    entity: name,
    row: wireChanges(changesOf(parameters)),
    params: shapeParams(target, { ...options, expand: options.expand ?? lists }, client),
    mode: 'upsert',
    method: 'PUT',
    idempotent: true,
    readsOnly: true,
    options: callOptionsOf(options),
  });
}
