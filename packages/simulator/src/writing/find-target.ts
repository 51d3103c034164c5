import { labelOf } from '../demo/drop-downs.js';
import type { Default } from '../demo/entity-rules.js';
import { spelledName } from '../reading/endpoint.js';
import { unshapedValue } from '../store/shaped-value.js';
import { isGuid } from '../reading/find-record.js';
import { matchingRecords } from '../reading/list-records.js';
import type { EntityCall } from '../server/entity-call.js';
import { businessError, invalidRequest, noEntity } from '../server/error-answers.js';
import { UnfitValue, fieldValueFrom } from '../store/field-value.js';
import { isCompleteKey } from '../store/record-key.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import { ownValue } from '../store/own-value.js';

type Body = Readonly<Record<string, unknown>>;

/** The record a body means: by its id, its key fields, or the request's `$filter`; `undefined` when there is none. */
export function findTarget(call: EntityCall, body: Body): StoredRecord | undefined {
  const id = body['id'];
  if (typeof id === 'string' && isGuid(id)) {
    const record = call.table.byId(id);
    if (record !== undefined) return record;
    if (call.instance.assume.unknownIdOnPut === 'not-found') throw noEntity();
  } else if (id !== undefined && id !== null)
    throw invalidRequest('entity.id', `An exception occurred during input parsing. The id is not a GUID.`);
  if (isBareShipment(call, body)) return undefined;
  const keys = call.entity.keys.map((name) => keyValue(call, body, name));
  if (isCompleteKey(keys)) return call.table.byKey(keys);
  return call.call.query.has('$filter') ? filtered(call) : undefined;
}

/** Some instances take a shipment that comes with its number and no type for a new one. */
function isBareShipment({ entity, instance }: EntityCall, body: Body): boolean {
  if (entity.name !== 'Shipment' || instance.assume.shipmentByNumber !== 'insert') return false;
  return !Object.keys(body).some((name) => ['type', 'shipmenttype'].includes(name.toLowerCase()));
}

function filtered(call: EntityCall): StoredRecord | undefined {
  const [record, second] = matchingRecords(call);
  if (second !== undefined) throw businessError('More than one entity satisfies the condition.');
  return record;
}

/** A key field's value in the body, or the form's own where it always starts with one (an order's type). */
function keyValue({ entity, instance }: EntityCall, body: Body, name: string): FieldValue | undefined {
  const member = entity.members.get(name);
  const rules = instance.rules.get(entity.name);
  const wrapper = Object.entries(body).find(([given]) => spelledName(entity.members, given) === name)?.[1];
  const given = (wrapper as { readonly value?: unknown } | null | undefined)?.value;
  if (given !== undefined && given !== null && member?.kind === 'field') {
    try {
      const sent = fieldValueFrom(unshapedValue(given, member.shape), member.type);
      return labelOf(ownValue(rules?.choices, name), sent);
    } catch (error) {
      if (error instanceof UnfitValue) return undefined;
      throw error;
    }
  }
  const fallback: Default | undefined = ownValue(rules?.defaults, name);
  return typeof fallback === 'function' ? undefined : fallback;
}
