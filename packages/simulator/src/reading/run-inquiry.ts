import { freeRows } from '../demo/entity-rules.js';
import type { Answer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { readBodyObject } from '../server/read-body-object.js';
import { cloneRecord } from '../store/clone-record.js';
import { targetOf } from '../schema/schema-model.js';
import { ownValue } from '../store/own-value.js';
import { fieldText } from '../store/field-text.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import { applyBody } from '../writing/apply-body.js';
import type { Draft } from '../writing/draft.js';
import { startDraft } from '../writing/put-record.js';
import { withSent } from '../writing/sent-members.js';
import { answerRecord, requestedPlan } from './answer-records.js';

/** `PUT /Inquiry`: the parameters given back, and all rows that fit them at once; nothing is stored. */
export function runInquiry(call: EntityCall): Answer {
  const body = readBodyObject(call.call, call.instance.assume.plainTextBody) ?? {};
  const plan = withSent(call.schema, requestedPlan(call), [body], call.instance.assume.fieldNameCase === 'insensitive');
  const [first] = call.table.all();
  const draft = startDraft(call, undefined);
  const { record, entity, errors } = draft;
  applyBody(draft, { record, entity, errors, rules: freeRows, isNew: true, frozen: [] }, body);
  const needs = ownValue(call.instance.options.inquiryNeeds, entity.name) ?? [];
  if (needs.some((name) => (record.fields.get(name) ?? null) === null)) return answerRecord(call, record, plan);
  const sample = first === undefined ? undefined : cloneRecord(first);
  for (const [name, rows] of sample?.details ?? []) {
    const fitting = rows.filter((row) => fits(draft, name, row));
    record.details.set(name, fitting);
  }
  for (const [name, linked] of sample?.links ?? []) if (!record.links.has(name)) record.links.set(name, linked);
  if (first === undefined) draft.rules.inquire?.(record, draft.world);
  record.note = null;
  return answerRecord(call, record, plan);
}

/** A row fits when it agrees with every parameter that is also one of its columns. */
function fits({ record, entity, schema }: Draft, collection: string, row: StoredRecord): boolean {
  const member = entity.members.get(collection);
  const columns = schema.entities.get(targetOf(member) ?? '');
  const same = (a: FieldValue, b: FieldValue | undefined): boolean =>
    fieldText(a).toLowerCase() === fieldText(b).toLowerCase();
  for (const [name, value] of record.fields) {
    if (value === null || columns?.members.get(name)?.kind !== 'field') continue;
    if (!same(value, row.fields.get(name))) return false;
  }
  return true;
}
