import { AcumaticaQueryError } from '@acurecord/errors';
import type { UntypedFields } from '../fields/untyped-field.js';
import type { DateValue, FilterValue, NumericValue } from '../values/filter-value.js';
import { allOf } from './all-of.js';
import type { Condition } from './condition.js';

/** Fields and the values they must have: `{ Status: 'Active', MainContact: { Email: null } }`. */
export type Equality<T> = {
  readonly [K in keyof T]?: EqualityValue<Exclude<T[K], null | undefined>> | null;
};

/** What the shorthand takes for a property of type `V`. */
type EqualityValue<V> = unknown extends V
  ? unknown
  : [V] extends [string | boolean]
    ? V
    : [V] extends [number | bigint]
      ? NumericValue
      : [V] extends [Date]
        ? DateValue
        : [V] extends [Iterable<unknown> | AnyFunction]
          ? never
          : [V] extends [object]
            ? Equality<V>
            : FilterValue;

type AnyFunction = (...args: never[]) => unknown;

/**
 * The condition that every named field has the value beside it; plain objects stand for linked records.
 *
 * @throws {AcumaticaQueryError} when nothing is named, or a value is `undefined`, an array a condition or the object itself
 */
export function conditionFromEquality(values: object, fields: UntypedFields): Condition {
  return allOf(equalities(values, fields, ''));
}

/** No path of an endpoint comes near it. */
const maxPathLength = 1000;

function equalities(values: object, fields: UntypedFields, prefix: string): Condition[] {
  const entries = Object.entries(values) as [string, unknown][];
  if (entries.length === 0) {
    throw new AcumaticaQueryError('{} says nothing. Leave the condition away to read every record.');
  }
  if (prefix.length > maxPathLength) throw new AcumaticaQueryError(`${prefix} does not end: the object holds itself.`);
  return entries.flatMap(([name, value]) => {
    const path = prefix + name;
    if (isPlainObject(value)) return equalities(value, fields, `${path}/`);
    if (!Array.isArray(value)) return [fields(path).eq(value as FilterValue)];
    throw new AcumaticaQueryError(`${path}: a list of values is compared with in(), not with the shorthand.`);
  });
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
