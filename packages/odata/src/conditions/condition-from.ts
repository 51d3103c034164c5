import { AcumaticaQueryError } from '@acurecord/errors';
import { bindCondition } from '../fields/bind-condition.js';
import { describerOf } from '../fields/member.js';
import type { Fields, FieldsDialect } from '../fields/fields.js';
import type { UntypedFields } from '../fields/untyped-field.js';
import { describeValue } from '../values/describe-value.js';
import { Condition, nodeOfCondition } from './condition.js';
import { conditionFromEquality } from './equality.js';
import type { Equality } from './equality.js';

/** The ways to say a condition: built, as a function of the typed fields, or as values to be equal to. */
export type ConditionInput<T, D extends FieldsDialect = 'contract'> =
  Condition | ((fields: Fields<T, D>) => Condition) | Equality<T>;

/**
 * The condition behind any way of saying one.
 *
 * Fields of `F` in it are looked up too, so that `F.Date.ge('2024-01-31')` compares with a day where `Date` is known to
 * be a date, and a name that the schema does not know is refused as it is on typed fields; `raw()` stays free.
 *
 * @param fields what `createFields` gave for the entity; `F` where there is none
 * @throws {AcumaticaQueryError} for an unknown field, and when the input is no condition, such as the result of `===`
 */
export function conditionFrom<T, D extends FieldsDialect = 'contract'>(
  input: NoInfer<ConditionInput<T, D>>,
  fields: Fields<T, D> | UntypedFields,
): Condition {
  if (Condition.is(input)) return bound(input, fields);
  if (typeof input === 'function') {
    const condition: unknown = input(fields as Fields<T, D>);
    nodeOfCondition(condition, 'The function given to where()');
    return bound(condition as Condition, fields);
  }
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
    return conditionFromEquality(input, fields as UntypedFields);
  }
  throw new AcumaticaQueryError(
    `A condition is c.Status.eq('Active'), a function of the fields or { Status: 'Active' }, not ${describeValue(input)}.`,
  );
}

function bound(condition: Condition, fields: unknown): Condition {
  const describe = describerOf(fields);
  return describe ? bindCondition(condition, describe) : condition;
}
