import { nameTable } from '../schema/schema-place.js';
import type { ActionSchema } from '../schema/endpoint-schema.js';
import type { ParameterTypes } from './action-types.js';

const actions = new WeakMap<object, { readonly name: string; readonly action: ActionSchema }>();

/** Remembers that a getter stands for an action. */
export function registerAction(getter: object, name: string, parameters: ParameterTypes): void {
  actions.set(getter, { name, action: { parameters } });
}

/** Actions that the classes of a prototype chain declare. */
export function declaredActions(prototype: object | null): Record<string, ActionSchema> {
  if (prototype === null) return nameTable();
  const found = declaredActions(Object.getPrototypeOf(prototype) as object | null);
  const descriptors: readonly { readonly get?: object }[] = Object.values(Object.getOwnPropertyDescriptors(prototype));
  for (const { get } of descriptors) {
    const declared = get === undefined ? undefined : actions.get(get);
    if (declared !== undefined) found[declared.name] = declared.action;
  }
  return found;
}
