import type { ActionPlan, ClassPlan, MemberPlan } from '../plan/output-plan.js';
import { actionTypes, methodField } from './action-types.js';
import { classDoc } from './class-doc.js';
import { literal } from './literal.js';
import { memberDoc } from './member-doc.js';
import { ACTIONS_DOC, KEYS_DOC, keysMember } from './keys-type.js';
import { docText, propertyKey, quote } from './quote.js';
import { typedMember } from './value-type.js';

const WIDTH = 120;

/** Decorators of the wire types that have one of their own; every other type goes through `field.of`. */
const DECORATORS: ReadonlyMap<string, string> = new Map(
  ['String', 'Decimal', 'Double', 'Int', 'Short', 'Long', 'Byte', 'Boolean', 'DateTime', 'Guid'].map((type) => [
    type,
    `${type[0]?.toLowerCase()}${type.slice(1)}`,
  ]),
);

/** A class with decorated `accessor` fields. */
export function decoratedClass(plan: ClassPlan, decimals: 'number' | 'string'): string {
  const { entity, className, keys, numbering } = plan;
  const start = `@entity(${quote(entity)}, `;
  const options = literal(
    { ...(keys && { keys }), ...(numbering && { numbering }), ...plan.endpoint },
    '',
    start.length,
  );
  const parts = [
    phantoms(plan),
    `  constructor(init?: ${className} | EntityInit<${className}>) {\n    super(init);\n  }\n`,
    plan.members.map((member) => memberLine(member, plan, decimals)).join(''),
    plan.actions.map((action) => actionLine(action, plan)).join(''),
  ];
  const body = parts.filter((part) => part !== '').join('\n');
  return (
    `${actionTypes(plan, decimals)}${classDoc(plan)}\n${start}${options})\n` +
    `export class ${className} extends Entity {\n${body}}\n`
  );
}

/** What only the compiler sees. */
function phantoms({ actionsName, keys, actions }: ClassPlan): string {
  const keyLine = keys === undefined ? '' : `  ${KEYS_DOC}\n${keysMember("  declare readonly '~keys'?: ", keys)}\n`;
  const actionsLine = actions.length === 0 ? '' : `  ${ACTIONS_DOC}\n  declare readonly '~actions'?: ${actionsName};\n`;
  return keyLine + actionsLine;
}

function memberLine(member: MemberPlan, { keys }: ClassPlan, decimals: 'number' | 'string'): string {
  const accessor = typedMember(`accessor ${propertyKey(member.name)}!`, member, decimals);
  return `  /** ${memberDoc(member, keys)} */\n${decorated(decorator(member), accessor)}`;
}

function actionLine(plan: ActionPlan, classPlan: ClassPlan): string {
  const { action, method, parameters } = plan;
  if (method === undefined) return '';
  const types = Object.keys(parameters).length === 0 ? '' : `, ${literal(parameters, '  ', quote(action).length + 13)}`;
  const accessor = methodField(`accessor ${propertyKey(method)}!: `, classPlan, plan);
  return `  /** Action ${docText(action)} */\n${decorated(`@action(${quote(action)}${types})`, accessor)}`;
}

/** A decorator before its field, on one line where that fits. */
function decorated(decoration: string, accessor: string): string {
  const line = `  ${decoration} ${accessor}\n`;
  return line.length <= WIDTH + 1 && !line.slice(0, -1).includes('\n') ? line : `  ${decoration}\n  ${accessor}\n`;
}

function decorator({ name, schema, target }: MemberPlan): string {
  if (schema.kind === 'link') return `@field.link(() => ${target})`;
  if (schema.kind === 'details') return `@field.details(() => ${target})`;
  if (schema.kind === 'unknown') return '@field.unknown()';
  const { custom, oneOf, type } = schema;
  if (custom !== undefined) {
    const other = custom.field === name && oneOf === undefined ? [] : [custom.field];
    return call('@field.custom', [custom.view, type, ...other], oneOf);
  }
  const own = DECORATORS.get(type);
  return own === undefined ? call('@field.of', [type], oneOf) : call(`@field.${own}`, [], oneOf);
}

/** A call with texts and, where values are known, the options that hold them. */
function call(name: string, texts: readonly string[], oneOf?: readonly string[]): string {
  const start = `${name}(${texts.map(quote).join(', ')}`;
  if (oneOf === undefined) return `${start})`;
  const open = texts.length === 0 ? start : `${start}, `;
  return `${open}${literal({ oneOf }, '  ', open.length + 3)})`;
}
