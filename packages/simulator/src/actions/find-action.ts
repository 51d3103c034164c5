import type { ActionRule } from '../demo/entity-rules.js';
import { spelledName } from '../reading/endpoint.js';
import type { ActionModel } from '../schema/schema-model.js';
import type { EntityCall } from '../server/entity-call.js';
import { notFound } from '../server/error-answers.js';
import type { ActionBehaviour } from './operation.js';
import { formAction } from './form-actions.js';
import { ownValue } from '../store/own-value.js';

/** An action a path names: what the contract says of it, what it does, how it behaves. */
export interface FoundAction {
  readonly name: string;
  readonly model: ActionModel | undefined;
  readonly rule: ActionRule | undefined;
  readonly behaviour: ActionBehaviour;
}

/** The action that an option is about, when it names the entity: `Bill/Approve` says that bills can be approved. */
function ownAction(key: string, entity: string): [string, true][] {
  return key.toLowerCase().startsWith(`${entity.toLowerCase()}/`) ? [[key.slice(entity.length + 1), true]] : [];
}

/** Words in names of actions that the ERP carries out in the background. */
const slowWords = /release|confirm|create|prepare|process|post|generate|run|email|import|sync/i;

/**
 * The action with this name: one the contract declares, or any other the form has (`Payment/Release`).
 * @throws RequestFault 404 for one the form does not have
 */
export function findAction({ entity, instance }: EntityCall, asked: string): FoundAction {
  const told = instance.options.actions;
  const rules = new Map(Object.entries(instance.rules.get(entity.name)?.actions ?? {}));
  const named = new Map(Object.entries(told ?? {}).flatMap(([key]) => ownAction(key, entity.name)));
  const button = formAction(entity.screenId, asked);
  const known = spelledName(entity.actions, asked) ?? spelledName(rules, asked) ?? spelledName(named, asked);
  const name = known ?? button?.name;
  if (name === undefined) throw notFound(`Can't find action '${asked}' of the ${entity.name} entity.`);
  const rule = rules.get(name) ?? rules.get(button?.declared ?? '');
  const given = ownValue(told, `${entity.name}/${name}`) ?? ownValue(told, name);
  const behaviour = { long: rule?.long ?? slowWords.test(name), ...given };
  const model = entity.actions.get(name) ?? entity.actions.get(button?.declared ?? '');
  return { name, model, rule, behaviour };
}
