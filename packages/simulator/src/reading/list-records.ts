import { randomUUID } from 'node:crypto';
import type { Answer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { businessError, invalidRequest, unknownName } from '../server/error-answers.js';
import type { RequestFault } from '../server/request-fault.js';
import type { EntityTable } from '../store/entity-table.js';
import type { StoredRecord } from '../store/stored-record.js';
import { createRecord } from '../store/stored-record.js';
import { fieldReader } from '../store/field-reader.js';
import { sortRecords } from '../store/sort-records.js';
import type { SortTerm } from '../store/sort-records.js';
import { answerRecords, requestedPlan } from './answer-records.js';
import { spelledName } from './endpoint.js';
import { isShown } from './find-record.js';
import { recordFilter } from './record-filter.js';
import type { RecordFilter } from './record-filter.js';
import { refuseLostColumns } from './refuse-lost-columns.js';
import { refuseUnoptimised } from './refuse-unoptimised.js';

/** `GET /Entity`: the records that pass `$filter`, without the first `$skip`, at most `$top`. */
export function listRecords(call: EntityCall): Answer {
  const plan = requestedPlan(call);
  if (call.entity.isInquiry && call.instance.assume.inquiryList === 'blank')
    return answerRecords(call, [createRecord(randomUUID())], plan);
  refuseUnoptimised(call, plan);
  refuseLostColumns(call, plan);
  const records = matchingRecords(call);
  if (records.length > call.instance.assume.largestList) throw tooManyRows();
  return answerRecords(call, records, plan);
}

/** The database gives up on a list that takes more than it is allowed. */
const tooManyRows = (): RequestFault =>
  businessError(
    'There is insufficient system memory in resource pool to run this query.',
    'System.Data.SqlClient.SqlException',
  );

/** The records of a list request, in the table's order. */
export function matchingRecords(call: EntityCall): StoredRecord[] {
  const { query, headers } = call.call;
  const skip = readCount(query.get('$skip'), '$skip') ?? 0;
  const top = Math.min(readCount(query.get('$top'), '$top') ?? Infinity, call.instance.assume.hiddenTopCap);
  const text = query.get('$filter')?.trim() ?? '';
  const filter = text === '' ? undefined : recordFilter(text, call.entity, call.schema, call.instance);
  const order = requestedOrder(call);
  const archive = headers['px-apiarchive'];
  const most = order === undefined ? skip + top : Infinity;
  const found: StoredRecord[] = [];
  for (const record of candidates(call.table, filter)) {
    if (found.length >= most) break;
    if (isShown(record, archive) && filter?.passes(record) !== false) found.push(record);
  }
  return (order === undefined ? found : sortRecords(found, order)).slice(skip, skip + top);
}

/** Lists come in the table's order; `$orderby` counts only where it is assumed to. */
function requestedOrder({ call, entity, instance }: EntityCall): SortTerm[] | undefined {
  const text = call.query.get('$orderby');
  if (text === undefined || instance.assume.orderBy === 'ignore') return undefined;
  return text.split(',').map((term) => {
    const [given = '', direction = 'asc'] = term.trim().split(/\s+/);
    const name = spelledName(entity.members, given);
    if (name === undefined) throw unknownName();
    return { read: fieldReader([name]), descending: direction.toLowerCase() === 'desc' };
  });
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
