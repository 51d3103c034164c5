import type { ActionRule } from '../demo/entity-rules.js';
import { isSince } from '../instance.js';
import type { EntityModel, FieldType, SimulatorSchema } from '../schema/schema-model.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';

type Json = Record<string, unknown>;

/** Levels below the entity that the template opens; entities may contain each other. */
const deepest = 3;

/**
 * `GET /Entity/$adHocSchema`: an empty record that shows every contract member and, on each level, every field of
 * the form beside the contract; since 25R2 also the workflow actions and their dialogs.
 */
export function showAdHocSchema(call: EntityCall): Answer {
  const template = emptyRecord(call.entity, call.schema, call.entity.customFields, 0);
  if (isSince(call.instance.release, '25R2')) {
    const actions = workflowActions(call);
    template['_workflowActions'] =
      call.instance.assume.workflowActions === 'array' ? actions : (Object.assign({}, ...actions) as Json);
  }
  return jsonAnswer(200, JSON.stringify(template));
}

function emptyRecord(
  entity: EntityModel,
  schema: SimulatorSchema,
  custom: EntityModel['customFields'],
  depth: number,
): Json {
  // Names come from documents: none of them may reach a prototype.
  const record = Object.create(null) as Json;
  for (const [name, member] of entity.members) {
    if (member.kind === 'field') {
      record[name] = {};
      continue;
    }
    const inner = schema.entities.get(member.entity);
    if (inner === undefined || depth >= deepest) continue;
    const nested = emptyRecord(inner, schema, inner.customFields, depth + 1);
    record[name] = member.kind === 'link' ? nested : [nested];
  }
  const views = Object.create(null) as Record<string, Json>;
  for (const { view, field, type } of custom) (views[view] ??= {})[field] = emptyField(type);
  return { ...record, custom: views };
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
