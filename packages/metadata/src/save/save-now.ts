import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import { knowledgeOf } from '../gateway/form-knowledge.js';
import { strangeAnswer } from '../gateway/record-answer.js';
import type { EntityClass } from '../record/entity-class.js';
import { searchFor } from './find-written.js';
import type { WrittenRow } from './find-written.js';
import { isRepeatable, keptKeys } from './is-repeatable.js';
import type { WriteManner } from './is-repeatable.js';
import { entityMetadata } from '../model/entity-metadata.js';
import { isCopy } from '../record/assign-init.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { refuseStrayNames } from '../record/stray-names.js';
import { STATE } from '../record/entity-state.js';
import type { EntityState } from '../record/entity-state.js';
import type { WireParams, WriteMode } from '../gateway/entity-gateway.js';
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
import { identityOf, keyTexts } from '../changes/identity-of.js';
import { sameText } from '../changes/lost-values.js';
import { isOtherRecord } from '../changes/other-record.js';
import { isUnchanged, rowChanges } from '../changes/row-changes.js';
import { verifySaved } from './verify-saved.js';
import { wireChanges } from '../changes/wire-changes.js';

/** Sends the changes of a record at once, for those who have their turn already. */
export async function saveNow(entity: Entity, options: SaveOptions): Promise<void> {
  const client = clientOf(entity);
  refuseStrayNames(entity);
  const prepared = await prepare(entity, client, options);
  if (prepared === undefined) return;
  const { write, manner } = prepared;
  try {
    await send(entity, write, manner, options);
  } catch (error) {
    const search = AcumaticaAmbiguousOutcomeError.is(error) ? searchFor(write) : undefined;
    throw search && AcumaticaAmbiguousOutcomeError.is(error) ? error.searchedBy(search) : error;
  }
}

interface PreparedWrite {
  readonly write: WrittenRow & { readonly base: WireRow; readonly row: WireRow };
  readonly manner: WriteManner;
}

/** What there is to send; undefined where that is nothing. @throws AcumaticaValidationError before anything is sent */
export async function prepare(
  entity: Entity,
  client: EntityClient,
  options: SaveOptions,
): Promise<PreparedWrite | undefined> {
  const state = entity[STATE];
  const { isNew, base } = state;
  const target = entity.constructor as EntityClass;
  const sent = state.snapshot();
  const found = rowChanges(target, base, sent);
  if (!isNew && isUnchanged(found)) return undefined;
  const validate = options.validate ?? client.validate ?? true;
  if (validate !== false) await validateChanges(entity, found);
  const changes = wireChanges(found);
  if (validate === 'strict') await refuseLongTexts(target, changes, client);
  const row = { ...identityOf(target, sent), ...changes };
  const addsRows = insertsRows(row, base);
  const { mode = usualMode(state, addsRows), method = 'PUT', idempotent } = options;
  return {
    write: { target, client, base, sent, changes, row },
    manner: { mode, method, addsRows, idempotent },
  };
}

async function send(
  entity: Entity,
  { target, client, base, sent, changes, row }: PreparedWrite['write'],
  manner: WriteManner,
  options: SaveOptions,
): Promise<void> {
  const state = entity[STATE];
  const { isNew } = state;
  const { name } = entityMetadata(target);
  const { mode, method } = manner;
  const idempotent = isRepeatable(target, client, sent, manner);
  const params = saveParams(target, changes, options, client);
  const request = { entity: name, row, params, mode, method, idempotent, options: callOptionsOf(options) };
  const answer = await client.gateway.put(request).catch(async (error: unknown) => {
    throw await withLengths(error, { target, body: changes, client });
  });
  const isStrange = isOtherRecord(target, { sent, changes, answer }) || hasOtherKeys(target, client, sent, answer);
  if (isNew) learnKeys(target, client, { sent, answer, inserted: mode === 'insertOnly' });
  if (isStrange)
    throw strangeAnswer({ entity: name, operation: `${method} ${name}`, repeatable: idempotent, body: answer });
  const rebased = rebaseRow(target, sent, state.row, answer);
  state.client = client;
  state.reset(rebased.row, rebased.base);
  refuseDoubledRows(target, { before: base, changes, answer });
  await refuseUnstoredRows(entity, client, { changes, before: base, now: answer }, options);
  if (options.verify !== true) return;
  const sentChanges = { changes, before: base, isNew };
  await doneBefore(`The save of ${name}`, () => verifySaved(entity, client, sentChanges, options));
}

/** Whether a form that is known to keep its keys answers with others: it has kept none, or the answer is not its own. */
function hasOtherKeys(target: object, client: EntityClient, sent: WireRow, answer: WireRow): boolean {
  if (typeof sent.id === 'string') return false;
  const [kept, stored] = [keptKeys(target, client, sent), keyTexts(target, answer)];
  return kept !== undefined && stored !== undefined && !kept.every((key, index) => sameText(key, stored[index]));
}

interface NewRecord {
  readonly sent: WireRow;
  readonly answer: WireRow;
  readonly inserted: boolean;
}

/** A record without an id was written with keys of the caller's, and came back with those that the form gave it. */
function learnKeys(target: object, client: EntityClient, { sent, answer, inserted }: NewRecord): void {
  const [given, stored] = [keyTexts(target, sent), keyTexts(target, answer)];
  if (given === undefined || stored === undefined || typeof sent.id === 'string') return;
  knowledgeOf(client).wrote(entityMetadata(target).name, { sent: given, stored, inserted });
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
