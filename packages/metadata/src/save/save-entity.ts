import { entityMetadata } from '../model/entity-metadata.js';
import { isCopy } from '../record/assign-init.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { refuseStrayNames } from '../record/stray-names.js';
import { STATE } from '../record/entity-state.js';
import type { EntityState } from '../record/entity-state.js';
import { refusePart } from '../record/refuse-part.js';
import type { PutRequest, WireParams, WriteMode } from '../gateway/entity-gateway.js';
import { clientOf } from '../session/client-of.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { callOptionsOf } from '../shape/read-options.js';
import { shapeParams } from '../shape/shape-params.js';
import type { WireRow } from '../wire/wire-row.js';
import { validateChanges } from './validate-entity.js';
import { changedParts, insertsRows } from '../changes/changed-parts.js';
import { refuseLongTexts, withLengths } from './field-lengths.js';
import { doneBefore } from './done-before.js';
import { rebaseRow } from '../changes/rebase-row.js';
import { refuseDoubledRows } from '../changes/refuse-doubled-rows.js';
import { refuseUnstoredRows } from './refuse-unstored-rows.js';
import type { SaveOptions } from './save-options.js';
import { identityOf, isIdentified } from '../changes/identity-of.js';
import { isUnchanged, rowChanges } from '../changes/row-changes.js';
import { verifySaved } from './verify-saved.js';
import { wireChanges } from '../changes/wire-changes.js';

/** Sends the changes of a record when the earlier saves of it are done. */
export function saveEntity(entity: Entity, options: SaveOptions): Promise<void> {
  refusePart(entity, 'saved');
  return entity[STATE].enqueue(() => send(entity, options));
}

async function send(entity: Entity, options: SaveOptions): Promise<void> {
  const state = entity[STATE];
  const client = clientOf(entity);
  const { isNew, base } = state;
  refuseStrayNames(entity);
  const target = entity.constructor;
  const sent = state.snapshot();
  const found = rowChanges(target, base, sent);
  if (!isNew && isUnchanged(found)) return;
  const validate = options.validate ?? client.validate ?? true;
  if (validate !== false) await validateChanges(entity, found);
  const changes = wireChanges(found);
  const row = { ...identityOf(target, sent), ...changes };
  if (validate === 'strict') await refuseLongTexts(target, changes, client);
  const addsRows = insertsRows(row, base);
  const mode = options.mode ?? usualMode(state, addsRows);
  const request: PutRequest = {
    entity: entityMetadata(target).name,
    row,
    params: saveParams(target, changes, options, client),
    mode,
    method: options.method ?? 'PUT',
    idempotent: mode !== 'insertOnly' && isIdentified(target, sent) && !addsRows,
    options: callOptionsOf(options),
  };
  const answer = await client.gateway.put(request).catch(async (error: unknown) => {
    throw await withLengths(error, { target, body: changes, client });
  });
  const rebased = rebaseRow(target, sent, state.row, answer);
  state.client = client;
  state.reset(rebased.row, rebased.base);
  refuseDoubledRows(target, { before: base, changes, answer });
  await refuseUnstoredRows(entity, client, { changes, before: base, now: answer }, options);
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
