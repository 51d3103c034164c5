import type { ActionPlan, ClassPlan } from '../plan/output-plan.js';
import { docText, propertyKey, quote } from './quote.js';
import { parameterType } from './value-type.js';

/** The interface that names a class's actions with their parameters; nothing for a class without actions. */
export function actionTypes({ className, actionsName, actions }: ClassPlan, decimals: 'number' | 'string'): string {
  if (actions.length === 0) return '';
  const lines = actions.map((action) => `  ${propertyKey(action.action)}: ${parametersType(action, decimals)};\n`);
  return `/** Actions of ${docText(className)} with their parameters. */\nexport interface ${actionsName} {\n${lines.join('')}}\n\n`;
}

/** The field of an action's method behind `start`, over three lines where it is too wide. */
export function methodField(start: string, { actionsName }: ClassPlan, { action }: ActionPlan): string {
  const parameters = `${actionsName}[${quote(action)}]`;
  const line = `${start}ActionMethod<${parameters}>;`;
  return line.length <= 118 ? line : `${start}ActionMethod<\n    ${parameters}\n  >;`;
}

function parametersType({ action, parameters }: ActionPlan, decimals: 'number' | 'string'): string {
  const members = Object.entries(parameters).map(
    ([name, type]) => `${propertyKey(name)}?: ${parameterType(type, decimals)}`,
  );
  if (members.length === 0) return 'object';
  const flat = `{ ${members.join('; ')} }`;
  if (propertyKey(action).length + flat.length + 5 <= 120) return flat;
  return `{\n${members.map((member) => `    ${member};\n`).join('')}  }`;
}
