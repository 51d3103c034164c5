import { AcumaticaNotFoundError, AcumaticaQueryError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import { typeOfValue } from '../record/custom-cell.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { explainedNotFound } from '../shape/not-found.js';
import { nearestNames } from '../entity/nearest-names.js';
import type { ActionOptions, CallOptions } from '../gateway/entity-gateway.js';
import type { ActionSchema } from '../schema/endpoint-schema.js';
import type { WireType } from '../wire/wire-type.js';
import { clientOf } from '../session/client-of.js';
import { identityOf, isIdentified, wireBody } from '../changes/wire-body.js';
import { readBack } from '../save/read-back.js';
import { rebaseRow } from '../changes/rebase-row.js';
import { hasMembers, wireChanges } from '../changes/wire-changes.js';
import { refusePart, settle } from '../save/save-entity.js';
import { doneBefore } from '../save/done-before.js';
import { reloadNow } from '../save/reload-entity.js';
import { callOptionsOf } from '../shape/read-options.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WireRow } from '../wire/wire-row.js';
import { writeValue } from '../wire/wire-value.js';
import type { CustomParameters, ParameterTypes } from '../model/action-types.js';

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
    const row = sendChanges ? wireBody(entity) : identityOf(entity.constructor, entity[STATE].row);
    const isNamed = sendChanges ? Object.keys(row).length > 0 : isIdentified(entity.constructor, row);
    if (!isNamed) {
      throw new AcumaticaQueryError(`${action} needs a record that the server has: save this ${name} first.`);
    }
    const hasParameters = Object.keys(wired).length > 0 || declared(entity, client, action) !== undefined;
    const invocation = { entity: row, ...(hasParameters && { parameters: wired }) };
    await client.gateway.invoke({ entity: name, action, invocation, options: call }).catch((error: unknown) => {
      const known = Object.keys(knownActions(entity, client));
      throw explainedNotFound(error, { target: entity.constructor, client, action: { name: action, known } });
    });
    settle(entity, client);
    if (!reload && !sendChanges) return;
    await doneBefore(`The action ${action} on ${name}`, () =>
      reload ? reloadNow(entity, callOptionsOf(call)) : takeOver(entity, client, sent, call),
    );
  });
}

/** Gives a record what the ERP made of the changes that an action took along; edits made meanwhile stay. */
async function takeOver(entity: Entity, client: EntityClient, sent: WireRow, options: CallOptions): Promise<void> {
  const target = entity.constructor;
  const state = entity[STATE];
  const changes = wireChanges(target, state.base, sent);
  if (!hasMembers(changes) || !isIdentified(target, sent)) return;
  try {
    const { row, base } = rebaseRow(target, sent, state.row, await readBack(entity, client, changes, options));
    state.reset(row, base);
  } catch (error) {
    // The action may have deleted the record.
    if (!AcumaticaNotFoundError.is(error)) throw error;
  }
}

/** Parameter types of an action, where the class or the client's endpoint knows it. */
function declared(entity: Entity, client: EntityClient, action: string): ParameterTypes | undefined {
  const actions = knownActions(entity, client);
  return Object.hasOwn(actions, action) ? actions[action]?.parameters : undefined;
}

/** Actions that the endpoint or the class declares; the class's word counts. */
function knownActions(entity: Entity, client: EntityClient): Readonly<Record<string, ActionSchema>> {
  const { name, actions } = entityMetadata(entity.constructor);
  const { entities = {} } = client.schema ?? {};
  return { ...(Object.hasOwn(entities, name) ? entities[name]?.actions : {}), ...actions };
}

function wireParameters(entity: Entity, client: EntityClient, action: string, parameters: object): WireRow {
  const types = declared(entity, client, action);
  const wired: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    if (name === 'custom') wired.custom = wireCustom(action, value as CustomParameters);
    else wired[name] = writeValue(value, parameterType(action, types, name, value), `${action}.${name}`);
  }
  return wired;
}

function parameterType(action: string, types: ParameterTypes | undefined, name: string, value: unknown): WireType {
  if (types === undefined) return typeOfValue(value);
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type !== undefined) return type;
  const names = Object.keys(types);
  const near = nearestNames(name, names);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `It has ${names.join(', ') || 'none'}.`;
  throw new AcumaticaQueryError(`The action ${action} has no parameter ${JSON.stringify(name)}. ${hint}`, {
    suggestions: near,
  });
}

function wireCustom(action: string, views: CustomParameters): WireRow {
  const wired = Object.entries(views).map(([view, fields]) => {
    const cells = Object.entries(fields).map(([field, value]) => {
      const type = typeOfValue(value);
      return [
        field,
        { type: `Custom${type}Field`, ...writeValue(value, type, `${action}.custom.${view}.${field}`) },
      ] as const;
    });
    return [view, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(wired);
}
