import type { ActionModel } from '../schema/schema-model.js';
import { invalidRequest } from '../server/error-answers.js';
import { UnfitValue, fieldValueFrom } from '../store/field-value.js';
import { customFrom } from '../store/record-from-input.js';
import type { FieldValue } from '../store/stored-record.js';
import { isObject } from '../writing/apply-body.js';

/** A member of a body whatever its case; the wrapper of an action is read that way. */
export function memberOf(body: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.entries(body).find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1];
}

/**
 * The parameters of an action by name; those of dialogs the contract does not know by field and by `View.Field`.
 * @throws RequestFault 400 for a value of the wrong type
 */
export function readParameters(given: unknown, model: ActionModel | undefined): Map<string, FieldValue> {
  const parameters = new Map<string, FieldValue>();
  if (given === undefined || given === null) return parameters;
  if (!isObject(given)) throw invalidRequest('invocation.parameters', 'An exception occurred during input parsing.');
  for (const [view, fields] of customFrom(memberOf(given, 'custom')) ?? []) {
    for (const [field, { value }] of fields) parameters.set(field, value).set(`${view}.${field}`, value);
  }
  for (const [name, type] of model?.parameters ?? []) {
    const wrapper = memberOf(given, name);
    if (!isObject(wrapper) || !('value' in wrapper)) continue;
    try {
      parameters.set(name, fieldValueFrom(wrapper['value'], type));
    } catch (error) {
      if (error instanceof UnfitValue) throw invalidRequest(`invocation.parameters.${name}`, error.message);
      throw error;
    }
  }
  return parameters;
}
