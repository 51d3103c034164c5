import { AcumaticaNotFoundError } from '@acurecord/errors';
import { changedParts } from '../changes/changed-parts.js';
import { contradicts } from '../changes/other-record.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { RecordAddress } from '../gateway/entity-gateway.js';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityClass } from '../record/entity-class.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { EntityState } from '../record/entity-state.js';
import { entityOf } from '../record/hydrate.js';
import { fitsIntoUrl } from '../record/record-address.js';
import { shapeParams } from '../shape/shape-params.js';
import { NO_ROW } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { keptKeys } from './is-repeatable.js';

/** A write whose outcome is not known. */
export interface WrittenRow {
  readonly target: EntityClass;
  readonly client: EntityClient;
  /** The record as it was sent. */
  readonly sent: WireRow;
  readonly changes: WireRow;
}

/** How to look for a record that was written; undefined where nothing identifies it. */
export function searchFor(write: WrittenRow): (() => Promise<Entity | undefined>) | undefined {
  const { target, client, sent } = write;
  if (typeof sent.id === 'string') {
    const address = { id: sent.id };
    return () => found(write, address, false);
  }
  const keys = keptKeys(target, client, sent);
  return keys?.every(fitsIntoUrl) === true ? () => found(write, { keys }, true) : undefined;
}

/** The record of a row, as a reader would get it. */
export function readRecord({ target, client }: Pick<WrittenRow, 'target' | 'client'>, row: WireRow): Entity {
  return entityOf(target, new EntityState(row, row, client));
}

/** The record at an address, past every cache; undefined where there is none. */
export function recordAt(
  place: Pick<WrittenRow, 'target' | 'client'>,
  address: RecordAddress,
): Promise<Entity | undefined> {
  return found({ ...place, sent: NO_ROW, changes: NO_ROW }, address, false);
}

/** A new record may have met one of somebody else's under its keys; that one was not written. */
async function found(write: WrittenRow, address: RecordAddress, isNew: boolean): Promise<Entity | undefined> {
  const { target, client, changes } = write;
  const { references, custom } = changedParts(target, changes);
  const params = shapeParams(target, { expand: references, custom }, client);
  try {
    const row = await client.gateway.get({ entity: entityMetadata(target).name, address, params, fresh: true });
    return isNew && contradicts(target, changes, row, 1) ? undefined : readRecord(write, row);
  } catch (error) {
    if (AcumaticaNotFoundError.is(error)) return undefined;
    throw error;
  }
}
