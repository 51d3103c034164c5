import { AcumaticaQueryError } from '@acurecord/errors';
import { Condition, nodeOfCondition } from '../conditions/condition.js';
import { customFieldNode } from '../nodes/custom-field-node.js';
import { fieldNode } from '../nodes/field-node.js';
import type { OperandNode } from '../nodes/operand-node.js';
import { someNode } from '../nodes/some-node.js';
import type { DescribeMember, MemberDescription } from './describe-member.js';
import { isMemberName, memberPath } from './member-path.js';
import { Operand } from './operand.js';
import { operatorTypes } from './operator-types.js';
import type { UntypedField, UntypedFields } from './untyped-field.js';

/** Where a member stands. */
export interface Place {
  readonly describe: DescribeMember | undefined;
  /** From the record, through detail collections too: what `describe` is asked for. */
  readonly path: readonly string[];
  /** How many leading names of `path` lead to the detail row that the condition starts from. */
  readonly base: number;
  /** The number of detail collections around it. */
  readonly depth: number;
}

/** The members below a place, reached by name (`fields.Status`) or by path (`fields('MainContact/Email')`). */
export function fieldsAt(place: Place): UntypedFields {
  const byPath = (path: string) => memberAlong(place, memberPath(path));
  const byName = (name: string | symbol) => (isStep(name) ? memberAt(below(place, name)) : undefined);
  return new Proxy<UntypedFields>(byPath, {
    get: (_target, name) => (name === describeKey ? place.describe : byName(name)),
  });
}

const describeKey = Symbol('what describes the members');

/** What the fields were created with, or `undefined` for `F` and for values that are no fields. */
export function describerOf(fields: unknown): DescribeMember | undefined {
  return (fields as { readonly [describeKey]?: DescribeMember })[describeKey];
}

/** The member at the end of a path of one name or more; also of one whose name is that of an operator. */
export function memberAlong(place: Place, names: readonly string[]): UntypedField {
  const at = names.reduce((above, name, index) => {
    if (index > 0) checkStep(above, above.describe?.(above.path), name);
    return below(above, name);
  }, place);
  return memberAt(at) as UntypedField;
}

function below(place: Place, name: string): Place {
  if (!isMemberName(name)) throw new AcumaticaQueryError(`${JSON.stringify(name)} cannot be the name of a field.`);
  return { ...place, path: [...place.path, name] };
}

/** Names that JavaScript, JSON and test runners ask any object for; they never are fields. */
const foreign = new Set([
  'then',
  'toJSON',
  'constructor',
  'toString',
  'valueOf',
  'inspect',
  '$$typeof',
  'asymmetricMatch',
  'nodeType',
]);

function isStep(name: string | symbol): name is string {
  return typeof name === 'string' && !foreign.has(name);
}

function memberAt(place: Place): object {
  const description = place.describe?.(place.path);
  return new Proxy(new Operand(nodeAt(place, description)), {
    get(operand, name) {
      if (name === 'some') return (build: RowCondition) => someRow(place, description, build);
      if (!isStep(name)) return Reflect.get(operand, name) as unknown;
      if (!(name in operatorTypes)) {
        checkStep(place, description, name);
        return memberAt(below(place, name));
      }
      refuseOperator(place, description, name);
      return Reflect.get(operand, name) as unknown;
    },
  });
}

function nodeAt(place: Place, description: MemberDescription | undefined): OperandNode {
  if (description?.custom) {
    const { type, view, field } = description.custom;
    return customFieldNode(type, view, field);
  }
  const type = description?.type;
  const valueType = type === 'Link' || type === 'Details' ? undefined : type;
  return fieldNode(place.path.slice(place.base), valueType, rowVariable(place), description?.zoneless);
}

function checkStep(place: Place, description: MemberDescription | undefined, name: string): void {
  if (description?.type === 'Details') throw rowsError(place, `${nameOf(place)}/${name}`);
  if (description && description.type !== 'Link') {
    throw new AcumaticaQueryError(`${nameOf(place)} is a ${description.type} and has no member ${name}.`);
  }
}

function refuseOperator(place: Place, description: MemberDescription | undefined, operator: string): void {
  if (description?.type === 'Details') throw rowsError(place, nameOf(place));
  if (description?.type !== 'Link') return;
  throw new AcumaticaQueryError(
    `${nameOf(place)} is a linked record, which has no ${operator}(). Name one of its fields, as in ${nameOf(place)}.Email.`,
  );
}

function rowsError(place: Place, what: string): AcumaticaQueryError {
  const instead = `Read the rows with expand('${nameOf(place)}') and filter them in the program.`;
  return new AcumaticaQueryError(`${what} cannot be compared, since ${nameOf(place)} is a list of rows. ${instead}`, {
    suggestions: [instead, `In OData v4 write ${place.path.join('.')}.some(row => …).`],
  });
}

type RowCondition = (row: UntypedFields) => Condition;

function someRow(place: Place, description: MemberDescription | undefined, build: RowCondition): Condition {
  if (description && description.type !== 'Details') {
    throw new AcumaticaQueryError(`${nameOf(place)} is a ${description.type}, not a list of rows: it has no some().`);
  }
  const rowPlace = { ...place, base: place.path.length, depth: place.depth + 1 };
  const condition = nodeOfCondition(build(fieldsAt(rowPlace)), `${nameOf(place)}: some()`);
  const row = `d${rowPlace.depth}`;
  return new Condition(someNode(place.path.slice(place.base), row, condition, rowVariable(place)));
}

function rowVariable(place: Place): string | undefined {
  return place.depth > 0 ? `d${place.depth}` : undefined;
}

function nameOf(place: Place): string {
  return place.path.join('/');
}
