import { recordText } from '../reading/answer-records.js';
import type { ReadPlan } from '../reading/read-plan.js';
import { planRead } from '../reading/read-plan.js';
import { inAnswerOrder } from '../schema/answer-order.js';
import { jsonAnswer } from '../server/answer.js';
import type { Answer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import type { RecordErrors } from '../reading/render-record.js';
import type { Draft } from './draft.js';
import { hasErrors } from './draft.js';

/** 422: the record as it would have been, with `error` on it and beside every value that is wrong. */
export function validationAnswer(call: EntityCall, draft: Draft, plan: ReadPlan): Answer {
  const { record, errors, isNew, rules, entity } = draft;
  const numbered = rules.autoNumber?.field;
  if (isNew && numbered !== undefined && entity.members.has(numbered)) record.fields.set(numbered, '<NEW>');
  const shown = recordText(call, record, withFailures(call, draft, plan, errors), errors);
  if (call.instance.assume.validationShape === 'entity') return jsonAnswer(422, shown);
  const head = {
    message: 'An error has occurred.',
    exceptionMessage: errors.error ?? 'The record raised at least one error.',
    exceptionType: 'PX.Api.ContractBased.OutcomeEntityHasErrorsException',
  };
  return jsonAnswer(422, `${JSON.stringify(head).slice(0, -1)},"entity":${shown}}`);
}

/** The plan of the answer, widened by the collections and linked entities in which something is wrong. */
function withFailures({ schema }: EntityCall, draft: Draft, plan: ReadPlan, errors: RecordErrors): ReadPlan {
  const failing = [...errors.links].filter(([, inner]) => hasErrors(inner)).map(([name]) => name);
  for (const [name, rows] of draft.record.details) {
    if (rows.some((row) => hasErrors(errors.rows.get(row) ?? { fields: new Map(), links: new Map(), rows: new Map() })))
      failing.push(name);
  }
  const unseen = failing.filter((name) =>
    plan.members.every((member) => member.name !== name || member.plan === undefined),
  );
  if (unseen.length === 0) return plan;
  const wider = planRead(schema, draft.entity, { expand: unseen.join(',') });
  const shown = new Map(
    [...wider.members, ...plan.members.filter(({ name }) => !unseen.includes(name))].map((member) => [
      member.name,
      member,
    ]),
  );
  return { ...plan, members: inAnswerOrder(draft.entity).flatMap(([name]) => shown.get(name) ?? []) };
}
