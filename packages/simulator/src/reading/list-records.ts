import type { Answer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { invalidRequest, unknownName } from '../server/error-answers.js';
import type { EntityTable } from '../store/entity-table.js';
import type { StoredRecord } from '../store/stored-record.js';
import { compareValues } from '../store/compare-values.js';
import { answerRecords, requestedPlan } from './answer-records.js';
import { spelledName } from './endpoint.js';
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
  for (const record of inOrder(candidates(table, filter), call.query.get('$orderby'), { entity, instance })) {
    if (found.length >= top) break;
    if (!isShown(record, archive) || filter?.passes(record) === false) continue;
    if (skipped < skip) skipped += 1;
    else found.push(record);
  }
  return found;
}

/** Lists come in the table's order; `$orderby` counts only where it is assumed to. */
function inOrder(
  records: readonly StoredRecord[],
  orderBy: string | undefined,
  { entity, instance }: Pick<EntityCall, 'entity' | 'instance'>,
): readonly StoredRecord[] {
  if (orderBy === undefined || instance.assume.orderBy === 'ignore') return records;
  const terms = orderBy.split(',').map((term) => {
    const [given = '', direction = 'asc'] = term.trim().split(/\s+/);
    const name = spelledName(entity.members, given);
    if (name === undefined) throw unknownName();
    return { name, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return [...records].sort((a, b) => {
    for (const { name, sign } of terms) {
      const order = compareValues(a.fields.get(name) ?? null, b.fields.get(name) ?? null);
      if (order !== 0) return sign * order;
    }
    return 0;
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
