import { randomUUID } from 'node:crypto';
import type { ActionRule } from '../demo/entity-rules.js';
import { isSince } from '../instance.js';
import { inAnswerOrder } from '../schema/answer-order.js';
import type { EntityModel, FieldType } from '../schema/schema-model.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { createRecord } from '../store/stored-record.js';
import type { StoredRecord } from '../store/stored-record.js';
import { recordText } from './answer-records.js';
import { labelOf, plannedField } from './read-plan.js';
import type { PlannedMember, ReadPlan } from './read-plan.js';

type Json = Record<string, unknown>;

/** Levels below the entity that the template opens; entities may contain each other. */
const deepest = 3;

/**
 * `GET /Entity/$adHocSchema`: a whole record without values, with one row in each collection, that shows every contract
 * member and, on each level, every field of the form beside the contract; since 25R2 also the workflow actions and their
 * dialogs.
 */
export function showAdHocSchema(call: EntityCall): Answer {
  const { plan, record } = template(call, call.entity, 0);
  const text = recordText(call, record, plan);
  if (!isSince(call.instance.release, '25R2')) return jsonAnswer(200, text);
  const actions = workflowActions(call);
  const shown = call.instance.assume.workflowActions === 'array' ? actions : (Object.assign({}, ...actions) as Json);
  return jsonAnswer(200, `${text.slice(0, -1)},"_workflowActions":${JSON.stringify(shown)}}`);
}

/** A record of nothing but empty members, and the plan that shows all of them. */
function template(
  call: EntityCall,
  entity: EntityModel,
  depth: number,
): { readonly plan: ReadPlan; readonly record: StoredRecord } {
  const record = createRecord(randomUUID());
  const members = inAnswerOrder(entity).flatMap(([name, member]): PlannedMember[] => {
    record.fields.set(name, null);
    if (member.kind === 'field') return [plannedField(name, member)];
    if (member.kind === 'unknown') return [{ name, label: labelOf(name), kind: 'unknown' }];
    const target = call.schema.entities.get(member.entity);
    if (target === undefined || depth >= deepest) return [];
    const inner = template(call, target, depth + 1);
    if (member.kind === 'link') (record.links as Map<string, StoredRecord>).set(name, inner.record);
    else (record.details as Map<string, readonly StoredRecord[]>).set(name, [inner.record]);
    return [{ name, label: labelOf(name), kind: member.kind, plan: inner.plan }];
  });
  const custom = entity.customFields.map(({ view, field }) => [view, field] as const);
  return { record, plan: { entity, members, unselected: [], custom, files: call.schema.contract < 4 } };
}

const emptyField = (type: FieldType): Json => ({ type: `Custom${type}Field`, value: null });

/** Buttons that the contract does not name, each with the fields of its dialog. */
function workflowActions({ entity, instance }: EntityCall): Json[] {
  const rules = Object.entries(instance.rules.get(entity.name)?.actions ?? {});
  return rules
    .filter(([name]) => !entity.actions.has(name))
    .map(([name, { dialog = {} }]) => ({ [name]: { parameters: { custom: emptyDialog(dialog) } } }));
}

function emptyDialog(dialog: NonNullable<ActionRule['dialog']>): Json {
  const views = Object.entries(dialog).map(([view, fields]): [string, Json] => [
    view,
    Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, emptyField(type)])),
  ]);
  return Object.fromEntries(views);
}
