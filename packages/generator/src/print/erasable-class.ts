import type { ActionPlan, ClassPlan } from '../plan/output-plan.js';
import { actionTypes, methodField } from './action-types.js';
import { classDoc } from './class-doc.js';
import { ACTIONS_DOC, KEYS_DOC, keysMember } from './keys-type.js';
import { memberDoc } from './member-doc.js';
import { docText, propertyKey, quote } from './quote.js';
import { typedMember } from './value-type.js';

/** An interface and the class that `defineEntity` makes for it: nothing that a type stripper could not take away. */
export function erasableClass(plan: ClassPlan, decimals: 'number' | 'string'): string {
  const { entity, className, actionsName, keys, members, actions } = plan;
  const lines = [
    ...(keys === undefined ? [] : [`  ${KEYS_DOC}\n${keysMember("  readonly '~keys'?: ", keys)}`]),
    ...(actions.length === 0 ? [] : [`  ${ACTIONS_DOC}\n  readonly '~actions'?: ${actionsName};`]),
    ...members.map((m) => `  /** ${memberDoc(m, keys)} */\n  ${typedMember(propertyKey(m.name), m, decimals)}`),
    ...actions.flatMap((action) => methodLine(action, plan)),
  ];
  const doc = classDoc(plan);
  const body = lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
  return (
    `${actionTypes(plan, decimals)}${doc}\nexport interface ${className} extends Entity {${body}}\n\n` +
    `${doc}\n${definition(className, entity)}`
  );
}

function methodLine(action: ActionPlan, plan: ClassPlan): string[] {
  if (action.method === undefined) return [];
  const field = methodField(`readonly ${propertyKey(action.method)}: `, plan, action);
  return [`  /** Action ${docText(action.action)} */\n  ${field}`];
}

function definition(className: string, entity: string): string {
  const start = `export const ${className} = defineEntity<${className}>(`;
  const line = `${start}schema, ${quote(entity)});\n`;
  return line.length <= 121 ? line : `${start}\n  schema,\n  ${quote(entity)},\n);\n`;
}
