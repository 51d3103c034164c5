import type { ActionRule } from '../demo/entity-rules.js';
import { RuleViolation } from '../demo/entity-rules.js';
import { hasRights, requireRights } from '../identity/require-rights.js';
import { planRead } from '../reading/read-plan.js';
import type { Answer } from '../server/answer.js';
import { endpointRoot } from '../server/entity-call.js';
import type { EntityCall } from '../server/entity-call.js';
import { businessError, invalidRequest, noEntity } from '../server/error-answers.js';
import { readBodyObject } from '../server/read-body-object.js';
import { cloneRecord } from '../store/clone-record.js';
import { fieldText } from '../store/field-text.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import { isObject } from '../writing/apply-body.js';
import type { Draft } from '../writing/draft.js';
import { hasErrors, noErrors } from '../writing/draft.js';
import { violations } from '../writing/check-draft.js';
import { findTarget } from '../writing/find-target.js';
import { checkPreconditions } from '../writing/preconditions.js';
import { commit, fillDraft, startDraft } from '../writing/put-record.js';
import { rulesOf } from '../writing/rules-of.js';
import { validationAnswer } from '../writing/validation-answer.js';
import type { FoundAction } from './find-action.js';
import { memberOf, readParameters } from './read-parameters.js';
import { doneAnswer, recordAddress, runningAnswer } from './running-answer.js';

/** `POST /Entity/Action`: 204 when it is done at once, 202 with the address to ask at when it takes its time. */
export function runAction(call: EntityCall, found: FoundAction): Answer {
  const body = readBodyObject(call.call, call.instance.assume.plainTextBody);
  const given = body === undefined ? undefined : memberOf(body, 'entity');
  if (!isObject(given)) throw invalidRequest('invocation', 'The request body should not be empty.');
  const parameters = readParameters(memberOf(body ?? {}, 'parameters'), found.model);
  if (!hasRights(call, 'write')) requireRights(call, 'write');
  const existing = findTarget(call, given);
  checkPreconditions(call, existing);
  if (existing === undefined && identifies(call, given)) throw noEntity();
  const action = existing?.origin === 'generated' ? { ...found, rule: undefined } : found;
  const draft = startDraft(call, existing);
  fillDraft(call, draft, given, existing);
  if (hasErrors(draft.errors)) return validationAnswer(call, draft, planRead(call.schema, call.entity, {}));
  if (existing !== undefined && !isTrusted(call, existing)) refuseDisabled(action, existing);
  refuseToOpen(action);
  if (draft.changed && existing !== undefined) commit(call, draft);
  return action.behaviour.long === true
    ? startOperation(call, action, draft, parameters)
    : finishNow(call, action, draft, parameters);
}

/** Whether the body names a record that should exist. */
function identifies({ entity }: EntityCall, body: Readonly<Record<string, unknown>>): boolean {
  return body['id'] !== undefined || entity.keys.some((name) => memberOf(body, name) !== undefined);
}

/** Whether a status that was given is taken as it is, whatever the button needs. */
const isTrusted = ({ instance, entity }: EntityCall, { origin }: StoredRecord): boolean =>
  instance.rules.get(entity.name)?.trustsGiven === true && origin === 'given';

/** A button that is grey in the record's status. @throws RequestFault 500 */
function refuseDisabled({ name, rule }: FoundAction, record: StoredRecord): void {
  const status = fieldText(record.fields.get('Status'));
  if (rule?.from === undefined || rule.from.includes(status)) return;
  throw businessError(`The ${name} button is disabled: the status of the record is ${status}.`);
}

const redirects = {
  form: ['PX.Data.PXRedirectRequiredException', 'Redirect to another form is required.'],
  report: ['PX.Data.PXReportRequiredException', 'A report must be shown.'],
  file: ['PX.Data.PXRedirectToFileException', 'A file must be downloaded.'],
  url: ['PX.Data.PXRedirectToUrlException', 'Redirect to a web page is required.'],
} as const;

/** A button that opens something else is of no use to a program. @throws RequestFault 500 */
function refuseToOpen({ behaviour }: FoundAction): void {
  if (behaviour.opens === undefined) return;
  const [type, message] = redirects[behaviour.opens];
  throw businessError(message, type);
}

function finishNow(
  call: EntityCall,
  { rule }: FoundAction,
  draft: Draft,
  parameters: ReadonlyMap<string, FieldValue>,
): Answer {
  if (rule !== undefined)
    violations(draft.errors, () => {
      perform(call, rule, draft, parameters);
    });
  if (hasErrors(draft.errors)) return validationAnswer(call, draft, planRead(call.schema, call.entity, {}));
  return doneAnswer(call.instance, storedAddress(call, draft));
}

/** The address of the record that an action works on; a record that is not stored has none. */
function storedAddress(call: EntityCall, { record }: Draft): string {
  return recordAddress(call, call.table.byId(record.id)?.id);
}

function perform(call: EntityCall, rule: ActionRule, draft: Draft, parameters: ReadonlyMap<string, FieldValue>): void {
  const { record, world } = draft;
  const wasGiven = record.origin === 'given';
  delete record.origin;
  const rules = rulesOf(call.instance, call.entity.name, record);
  // What was given may lack what the form computes; whether it adds up is not the button's business.
  if (wasGiven)
    violations(noErrors(), () => {
      rules.recalculate(record, world);
    });
  rule.run(record, world, parameters);
  rules.recalculate(record, world);
  commit(call, { ...draft, rules });
}

function startOperation(
  call: EntityCall,
  { name, rule, behaviour }: FoundAction,
  draft: Draft,
  parameters: ReadonlyMap<string, FieldValue>,
): Answer {
  const { instance, session, entity, table } = call;
  const operation = instance.operations.start({
    sessionId: session.id,
    user: session.user,
    entity: entity.name,
    action: name,
    record: storedAddress(call, draft),
    behaviour,
    work: () => {
      if (rule === undefined) return;
      // Others may have changed the record since the operation was started.
      const now = table.byId(draft.record.id);
      if (now === undefined && !draft.isNew) throw new RuleViolation('The record has been deleted by another process.');
      perform(call, rule, { ...draft, record: cloneRecord(now ?? draft.record) }, parameters);
    },
  });
  return runningAnswer(instance, address(call, `/${name}/status/${operation.id}`));
}

/** Site-relative address below the entity. */
function address(call: EntityCall, below: string): string {
  return `${endpointRoot(call)}/${call.entity.name}${below}`;
}
