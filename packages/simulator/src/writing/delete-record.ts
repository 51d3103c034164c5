import { findRecord } from '../reading/find-record.js';
import type { Answer } from '../server/answer.js';
import { noContent } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { businessError } from '../server/error-answers.js';
import { ruleWorld } from './rule-world.js';
import { rulesOf } from './rules-of.js';

/** `DELETE /Entity/{keys or id}`: 204. @throws RequestFault 500 when there is none, or others refer to it. */
export function deleteRecord(call: EntityCall): Answer {
  const record = findRecord(call);
  const rules = rulesOf(call.instance, call.entity.name, record);
  const world = ruleWorld(call.instance, call.tenant);
  const refusal = rules.undeletable(record, world);
  if (refusal !== undefined) throw businessError(refusal);
  call.table.delete(record);
  rules.settle(record, world);
  return noContent();
}
