import type { Answer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { invalidRequest } from '../server/error-answers.js';
import type { EntityTable } from '../store/entity-table.js';
import type { StoredRecord } from '../store/stored-record.js';
import { answerRecords, requestedPlan } from './answer-records.js';
import { isShown } from './find-record.js';
import { recordFilter } from './record-filter.js';
import type { RecordFilter } from './record-filter.js';
import { refuseUnoptimised } from './refuse-unoptimised.js';

/** `GET /Entity`: the records that pass `$filter`, without the first `$skip`, at most `$top`. */
export function listRecords(call: EntityCall): Answer {
  const plan = requestedPlan(call);
  refuseUnoptimised(call, plan);
  return answerRecords(call, matchingRecords(call), plan);
}

/** The records of a list request, in the table's order. */
export function matchingRecords({ call, table, schema, entity, instance }: EntityCall): StoredRecord[] {
  const skip = readCount(call.query.get('$skip'), '$skip') ?? 0;
  const top = Math.min(readCount(call.query.get('$top'), '$top') ?? Infinity, instance.assume.hiddenTopCap);
  const text = call.query.get('$filter')?.trim() ?? '';
  const filter = text === '' ? undefined : recordFilter(text, entity, schema, instance.assume);
  const archive = call.headers['px-apiarchive'];
  const found: StoredRecord[] = [];
  let skipped = 0;
  for (const record of candidates(table, filter)) {
    if (found.length >= top) break;
    if (!isShown(record, archive) || filter?.passes(record) === false) continue;
    if (skipped < skip) skipped += 1;
    else found.push(record);
  }
  return found;
}

function candidates(table: EntityTable, filter: RecordFilter | undefined): readonly StoredRecord[] {
  if (filter?.keys === undefined) return table.all();
  const record = table.byKey(filter.keys);
  return record === undefined ? [] : [record];
}

function readCount(text: string | undefined, name: string): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  if (!/^\s*\d{1,9}\s*$/.test(text)) throw invalidRequest(name, `The value '${text}' is not valid for ${name}.`);
  return Number(text);
}
