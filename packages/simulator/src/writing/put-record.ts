import { isSince } from '../instance.js';
import { branchOf } from '../identity/sign-in.js';
import { hasRights, requireRights } from '../identity/require-rights.js';
import { answerRecord, requestedPlan } from '../reading/answer-records.js';
import type { ReadPlan } from '../reading/read-plan.js';
import { rowIdsOf } from '../reading/row-ids.js';
import type { Answer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { invalidRequest, recordMissing } from '../server/error-answers.js';
import { readBodyObject } from '../server/read-body-object.js';
import { cloneRecord } from '../store/clone-record.js';
import type { StoredRecord } from '../store/stored-record.js';
import { applyBody } from './apply-body.js';
import { checkDraft } from './check-draft.js';
import { completeDraft, numberDraft } from './complete-draft.js';
import type { Draft } from './draft.js';
import { hasErrors, noErrors } from './draft.js';
import { findTarget } from './find-target.js';
import { emptyNote } from './note-after-put.js';
import { checkPreconditions } from './preconditions.js';
import { ruleWorld } from './rule-world.js';
import { rulesOf } from './rules-of.js';
import { withSent } from './sent-members.js';
import { validationAnswer } from './validation-answer.js';
import { ownValue } from '../store/own-value.js';

type Body = Readonly<Record<string, unknown>>;

/** `PUT /Entity`: updates the record the body means, or makes a new one; 200 with the record in either case. */
export function putRecord(call: EntityCall): Answer {
  const body = requiredBody(call);
  const plan = writtenPlan(call, body);
  const existing = findTarget(call, body);
  checkPreconditions(call, existing);
  return writeRecord(call, body, plan, existing);
}

/** `PATCH /Entity`: as PUT, but never makes a record: 404 when there is none. */
export function patchRecord(call: EntityCall): Answer {
  const body = requiredBody(call);
  const plan = writtenPlan(call, body);
  checkPreconditions(call, undefined, 'patch');
  const existing = findTarget(call, body);
  if (existing === undefined) throw recordMissing();
  return writeRecord(call, body, plan, existing);
}

/** The shape of the answer to a write: what was asked for, and what was sent. */
function writtenPlan(call: EntityCall, body: Body): ReadPlan {
  const anyCase = call.instance.assume.fieldNameCase === 'insensitive';
  return withSent(call.schema, requestedPlan(call), [body], anyCase);
}

function requiredBody(call: EntityCall): Body {
  const body = readBodyObject(call.call, call.instance.assume.plainTextBody);
  if (body === undefined) throw invalidRequest('', 'The request body should not be empty.');
  return body;
}

function writeRecord(call: EntityCall, body: Body, plan: ReadPlan, existing: StoredRecord | undefined): Answer {
  if (!hasRights(call, 'write')) {
    // A form that is open for reading only takes the request and keeps what it had.
    if (existing !== undefined) return answerRecord(call, existing, plan);
    requireRights(call, 'write');
  }
  const draft = startDraft(call, existing);
  fillDraft(call, draft, body, existing);
  if (hasErrors(draft.errors)) return validationAnswer(call, draft, plan);
  const isDeaf = call.instance.options.ignoresWrites?.includes(call.entity.name) === true;
  if ((draft.changed || draft.isNew) && !isDeaf) commit(call, draft);
  return answerRecord(call, draft.record, plan);
}

/** A draft of an existing record, or of a new one. */
export function startDraft(call: EntityCall, existing: StoredRecord | undefined): Draft {
  const { instance, tenant, entity, schema } = call;
  const world = ruleWorld(instance, tenant, header(call, 'px-cbapibusinessdate'));
  return {
    record: { ...(existing === undefined ? world.create() : cloneRecord(existing)), note: noteOf(entity, existing) },
    isNew: existing === undefined,
    entity,
    schema,
    rules: rulesOf(instance, entity.name, existing),
    world,
    errors: noErrors(),
    // PATCH writes what it is given even where nothing differs.
    changed: call.call.method === 'PATCH',
    anyCase: instance.assume.fieldNameCase === 'insensitive',
    refusesLong: isSince(instance.release, '25R2'),
    offset: instance.assume.serverOffset,
    rowsByKey: instance.assume.detailMatching === 'id-or-keys',
    languages: instance.languages,
    rowId: rowIdsOf(call),
  };
}

/** A note without text is there after a PUT, or not, by entity. */
function noteOf(entity: EntityCall['entity'], existing: StoredRecord | undefined): string | null {
  const text = existing?.note ?? '';
  return text === '' ? emptyNote(entity) : text;
}

/** Writes a body into a draft, completes it and checks it. */
export function fillDraft(call: EntityCall, draft: Draft, body: Body, existing: StoredRecord | undefined): void {
  const { record, entity, rules, errors, isNew } = draft;
  applyBody(draft, { record, entity, rules, errors, isNew, frozen: isNew ? [] : entity.keys }, body);
  const numbering = ownValue(call.instance.options.numbering, entity.name);
  if (isNew) setBranch(call, draft);
  if (isNew || draft.changed) completeDraft(draft);
  if (isNew) numberDraft(draft, call.table, numbering && (numbering.field ?? entity.keys.at(-1)));
  if (isNew || draft.changed) checkDraft(draft, existing);
}

/** A new document belongs to the branch of the session, or to the one its request names. @throws RequestFault 500 */
function setBranch(call: EntityCall, { record, entity }: Draft): void {
  const member = entity.members.get('Branch');
  if (member?.kind !== 'field' || member.type !== 'String' || record.fields.has('Branch')) return;
  const named = header(call, 'px-cbapibranch');
  record.fields.set('Branch', named === undefined ? call.session.branch : branchOf(call.tenant, named));
}

/** Stores a draft that nothing is wrong with, and lets the rules bring other records up to date. */
export function commit(call: EntityCall, draft: Draft): void {
  call.table.put(draft.record);
  draft.rules.settle(draft.record, draft.world);
}

function header({ call }: EntityCall, name: string): string | undefined {
  const value = call.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
