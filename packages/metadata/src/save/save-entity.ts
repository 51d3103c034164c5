import { AcumaticaQueryError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import { isCopy } from '../record/assign-init.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import type { EntityState } from '../record/entity-state.js';
import type { WireParams, WriteMode } from '../gateway/entity-gateway.js';
import { clientOf } from '../session/client-of.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { callOptionsOf } from '../shape/read-options.js';
import { shapeParams } from '../query/query-plan.js';
import type { WireRow } from '../wire/wire-row.js';
import { validateChanges } from './validate-entity.js';
import { changedParts, insertsRows } from '../changes/changed-parts.js';
import { doneBefore } from './done-before.js';
import { rebaseRow } from '../changes/rebase-row.js';
import { refuseDoubledRows } from '../changes/refuse-doubled-rows.js';
import type { SaveOptions } from './save-options.js';
import { identityOf, isIdentified } from '../changes/wire-body.js';
import { verifySaved } from './verify-saved.js';
import { hasChanges, wireChanges } from '../changes/wire-changes.js';

/** Sends the changes of a record when the earlier saves of it are done. */
export function saveEntity(entity: Entity, options: SaveOptions): Promise<void> {
  refusePart(entity, 'saved');
  return entity[STATE].enqueue(() => send(entity, options));
}

/** A link or detail row has no life of its own. @throws AcumaticaQueryError for one */
export function refusePart(entity: Entity, done: string): void {
  const { holder, path } = entity[STATE];
  if (holder === undefined) return;
  const name = path.slice(0, -1);
  throw new AcumaticaQueryError(`${name} is part of another record and cannot be ${done} alone. Save that record.`);
}

async function send(entity: Entity, options: SaveOptions): Promise<void> {
  const state = entity[STATE];
  const client = clientOf(entity);
  const { isNew } = state;
  if (!isNew && !hasChanges(entity)) return;
  const target = entity.constructor;
  if (options.validate ?? client.validate ?? true) await validateChanges(entity);
  const base = state.base;
  const sent = state.snapshot();
  const changes = wireChanges(target, base, sent);
  const row = { ...identityOf(target, sent), ...changes };
  const addsRows = insertsRows(row, base);
  const mode = options.mode ?? usualMode(state, addsRows);
  const answer = await client.gateway.put({
    entity: entityMetadata(target).name,
    row,
    params: saveParams(target, changes, options, client),
    mode,
    method: options.method ?? 'PUT',
    idempotent: mode !== 'insertOnly' && isIdentified(target, sent) && !addsRows,
    options: callOptionsOf(options),
  });
  const rebased = rebaseRow(target, sent, state.row, answer);
  settle(entity, client);
  state.reset(rebased.row, rebased.base);
  refuseDoubledRows(target, { before: base, changes, answer });
  if (options.verify !== true) return;
  const sentChanges = { changes, before: base, isNew };
  await doneBefore(`The save of ${entityMetadata(target).name}`, () =>
    verifySaved(entity, client, sentChanges, options),
  );
}

/** A copy with rows that was written over the record it was made of would give that one all its rows a second time. */
function usualMode(state: EntityState, addsRows: boolean): WriteMode {
  if (!state.isNew) return 'updateOnly';
  return addsRows && isCopy(state) ? 'insertOnly' : 'upsert';
}

/** Makes a record that was sent through a client belong to it. */
export function settle(entity: Entity, client: EntityClient): void {
  entity[STATE].client = client;
}

/** What was sent for links and details must come back, or new rows would stay without the ids that identify them. */
function saveParams(target: object, changes: WireRow, options: SaveOptions, client: EntityClient): WireParams {
  const parts = changedParts(target, changes);
  const { select, expand = [], custom = [] } = options;
  const shape = {
    expand: [...expand, ...parts.references],
    select: select === undefined ? undefined : [...select, ...parts.references],
    custom: [...custom, ...parts.custom],
  };
  return shapeParams(target, shape, client);
}
