import { AcumaticaQueryError } from '@acurecord/errors';
import type { UntypedField, UntypedFields } from '../fields/untyped-field.js';
import { Decimal } from '../values/decimal.js';
import type { DateValue, FilterValue, NumericValue } from '../values/filter-value.js';
import { Guid } from '../values/guid.js';
import { PlainDate } from '../values/plain-date.js';
import { allOf } from './all-of.js';
import type { Condition } from './condition.js';

/** Fields and the values they must have: `{ Status: 'Active', MainContact: { Email: null } }`. */
export type Equality<T> = {
  readonly [K in keyof T as T[K] extends AnyFunction ? never : K]?: EqualityValue<NonNullable<T[K]>> | null;
};

/** What the shorthand takes for a property of type `V`. */
export type EqualityValue<V> = [V] extends [string | boolean]
  ? V
  : [V] extends [number | bigint]
    ? NumericValue
    : [V] extends [Date]
      ? DateValue
      : [V] extends [Iterable<unknown>]
        ? never
        : [V] extends [object]
          ? Equality<V>
          : FilterValue;

type AnyFunction = (...args: never[]) => unknown;

/**
 * The condition that every named field has the value beside it.
 *
 * @throws {AcumaticaQueryError} when nothing is named, or a value is `undefined` or an array
 */
export function conditionFromEquality(values: object, fields: UntypedFields): Condition {
  const entries = Object.entries(values);
  if (entries.length === 0)
    throw new AcumaticaQueryError('{} says nothing. Leave the condition away to read every record.');
  return allOf(
    entries.map(([name, value]: [string, unknown]) => {
      const field = fields[name] as UntypedField & UntypedFields;
      return isPart(name, value) ? conditionFromEquality(value, field) : field.eq(value as FilterValue);
    }),
  );
}

function isPart(name: string, value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Date || PlainDate.is(value) || Guid.is(value) || Decimal.is(value)) return false;
  if (Array.isArray(value))
    throw new AcumaticaQueryError(`${name}: a list of values is compared with in(), not with the shorthand.`);
  return true;
}
