import type { Answer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { noEntity } from '../server/error-answers.js';
import type { StoredRecord } from '../store/stored-record.js';
import { answerRecord, requestedPlan } from './answer-records.js';
import { findRecord, isGuid } from './find-record.js';
import { matchingRecords } from './list-records.js';

/** `GET /Entity/{keys or id}`: one record. A `$filter` beside keys wins over them. @throws RequestFault 500 */
export function readRecord(call: EntityCall): Answer {
  const [first = ''] = call.rest;
  const byKeys = call.rest.length !== 1 || !isGuid(first);
  const plan = requestedPlan(call, byKeys);
  return answerRecord(call, byKeys && call.call.query.has('$filter') ? filtered(call) : findRecord(call), plan);
}

function filtered(call: EntityCall): StoredRecord {
  const [record] = matchingRecords(call);
  if (record === undefined) throw noEntity();
  return record;
}
