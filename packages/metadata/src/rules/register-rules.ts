import type * as ClassValidator from 'class-validator';
import type { FieldDefinition, MemberDefinition } from '../model/member-definition.js';
import { ownMembers } from '../model/declared-members.js';
import { fieldFault } from './field-fault.js';

/** The functions of class-validator. */
export type Validator = typeof ClassValidator;

const registered = new WeakSet<object>();

/** Tells class-validator the rules of a class and its parents, once: wire types, and what the field options say. */
export function registerRules(validator: Validator, target: object): void {
  let { prototype } = target as { prototype: object | null };
  for (
    ;
    prototype !== null && !registered.has(prototype);
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    registered.add(prototype);
    for (const member of ownMembers(prototype)) registerMember(validator, prototype, member);
  }
}

function registerMember(validator: Validator, prototype: object, member: MemberDefinition): void {
  if (member.kind === 'field') registerField(validator, prototype, member);
  else if (member.kind === 'unknown') return;
  else if (member.kind === 'details') registerRows(validator, prototype, member.name);
  else {
    validator.IsOptional()(prototype, member.name);
    validator.ValidateNested()(prototype, member.name);
  }
}

function registerField(validator: Validator, prototype: object, definition: FieldDefinition): void {
  const { name } = definition;
  const fault = (value: unknown, entity: object): string | undefined =>
    fieldFault(definition, value, (entity as { readonly isNew: boolean }).isNew);
  validator.ValidateBy({
    name: FIELD_RULE,
    validator: {
      validate: (value, on) => fault(value, on?.object ?? {}) === undefined,
      defaultMessage: (on) => `${name} ${fault(on?.value, on?.object ?? {}) ?? 'is wrong'}`,
    },
  })(prototype, name);
  for (const rule of definition.options.rules ?? []) rule(prototype, name);
}

/** class-validator looks into arrays only; this reports the rows of a collection as one fault of it. */
function registerRows(validator: Validator, prototype: object, name: string): void {
  const faults = (rows: unknown): string[] => {
    if (!isIterable(rows)) return [];
    return [...rows].flatMap((row, index) => {
      registerRules(validator, row.constructor);
      const found = validator.validateSync(row, { forbidUnknownValues: false });
      return found.flatMap(({ constraints = {} }) =>
        Object.values(constraints).map((text) => `${name}[${index}].${text}`),
      );
    });
  };
  validator.ValidateBy({
    name: ROWS_RULE,
    validator: { validate: (rows) => faults(rows).length === 0, defaultMessage: (on) => faults(on?.value).join('; ') },
  })(prototype, name);
}

function isIterable(value: unknown): value is Iterable<object> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** Name of the rule about a field; our own validation judges fields itself and passes it over. */
export const FIELD_RULE = 'acumaticaField';

/** Name of the rule about rows; our own validation visits the rows itself and passes it over. */
export const ROWS_RULE = 'acumaticaRows';
