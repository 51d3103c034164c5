import { AcumaticaQueryError } from '@acurecord/errors';
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
 * @param fields what `createFields` gave for the entity; `F` where there is none
 * @throws {AcumaticaQueryError} when the input is no condition, such as the result of `===`
 */
export function conditionFrom<T, D extends FieldsDialect = 'contract'>(
  input: ConditionInput<T, D>,
  fields: Fields<T, D> | UntypedFields,
): Condition {
  if (Condition.is(input)) return input;
  if (typeof input === 'function') {
    const condition: unknown = input(fields as Fields<T, D>);
    nodeOfCondition(condition, 'The function given to where()');
    return condition as Condition;
  }
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
    return conditionFromEquality(input, fields as UntypedFields);
  }
  throw new AcumaticaQueryError(
    `A condition is c.Status.eq('Active'), a function of the fields or { Status: 'Active' }, not ${describeValue(input)}.`,
  );
}
