import { AcumaticaNotFoundError, AcumaticaQueryError } from '@acurecord/errors';
import type { OptionNames } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { refuseStrayNames } from '../record/stray-names.js';
import { STATE } from '../record/entity-state.js';
import { explainedNotFound } from '../shape/not-found.js';
import { CALL_OPTIONS } from '../gateway/entity-gateway.js';
import type { ActionOptions, CallOptions } from '../gateway/entity-gateway.js';
import { clientOf } from '../session/client-of.js';
import { identityOf, isIdentified } from '../changes/identity-of.js';
import { wireBody } from '../changes/wire-body.js';
import { readBack } from '../save/read-back.js';
import { rebaseRow } from '../changes/rebase-row.js';
import { isUnchanged, rowChanges } from '../changes/row-changes.js';
import type { RowChanges } from '../changes/row-changes.js';
import { wireChanges } from '../changes/wire-changes.js';
import { refusePart } from '../record/refuse-part.js';
import { doneBefore } from '../save/done-before.js';
import { reloadNow } from '../save/reload-entity.js';
import { callOptionsOf } from '../shape/read-options.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WireRow } from '../wire/wire-row.js';
import { declaredParameters, knownActions } from './known-actions.js';
import { wireParameters } from './wire-parameters.js';

/** How an action is called, and what happens to the record. */
export interface InvokeOptions extends ActionOptions {
  /**
   * Sends unsaved changes along, for actions that take a record as it would be. The record is then read again, so that
   * it has what the ERP made of them, and no later `save()` sends them twice. @default false
   */
  readonly sendChanges?: boolean;
  /** Reads the record again when the action is done. @default false */
  readonly reload?: boolean;
}

/** The options of an action. */
export const INVOKE_OPTIONS: OptionNames<InvokeOptions> = {
  ...CALL_OPTIONS,
  pollMs: true,
  onProgress: true,
  sendChanges: true,
  reload: true,
};

/** Calls an action on a record when the saves of it are done; resolves when the ERP has finished. */
export function invokeAction(
  entity: Entity,
  action: string,
  parameters: object,
  options: InvokeOptions,
): Promise<void> {
  refusePart(entity, 'acted on');
  return entity[STATE].enqueue(async () => {
    const client = clientOf(entity);
    const name = entityMetadata(entity.constructor).name;
    const wired = wireParameters(entity, client, action, parameters);
    const { sendChanges = false, reload = false, ...call } = options;
    const sent = entity[STATE].snapshot();
    if (sendChanges) refuseStrayNames(entity);
    const changes = rowChanges(entity.constructor, entity[STATE].base, sent);
    const row = sendChanges ? wireBody(changes, sent) : identityOf(entity.constructor, sent);
    const isNamed = sendChanges ? Object.keys(row).length > 0 : isIdentified(entity.constructor, row);
    if (!isNamed) {
      throw new AcumaticaQueryError(`${action} needs a record that the server has: save this ${name} first.`);
    }
    const hasParameters = Object.keys(wired).length > 0 || declaredParameters(entity, client, action) !== undefined;
    const invocation = { entity: row, ...(hasParameters && { parameters: wired }) };
    await client.gateway.invoke({ entity: name, action, invocation, options: call }).catch((error: unknown) => {
      const known = Object.keys(knownActions(entity, client));
      throw explainedNotFound(error, { target: entity.constructor, client, action: { name: action, known } });
    });
    entity[STATE].client = client;
    if (!reload && !sendChanges) return;
    await doneBefore(`The action ${action} on ${name}`, () =>
      reload ? reloadNow(entity, callOptionsOf(call)) : takeOver(entity, client, { sent, changes }, call),
    );
  });
}

/** Gives a record what the ERP made of the changes that an action took along; edits made meanwhile stay. */
async function takeOver(
  entity: Entity,
  client: EntityClient,
  { sent, changes }: { readonly sent: WireRow; readonly changes: RowChanges },
  options: CallOptions,
): Promise<void> {
  const target = entity.constructor;
  const state = entity[STATE];
  if (isUnchanged(changes) || !isIdentified(target, sent)) return;
  try {
    const answer = await readBack(entity, client, wireChanges(changes), options);
    const { row, base } = rebaseRow(target, sent, state.row, answer);
    state.reset(row, base);
  } catch (error) {
    // The action may have deleted the record.
    if (!AcumaticaNotFoundError.is(error)) throw error;
  }
}
