import type { BooleanField } from './boolean-field.js';
import type { DateField } from './date-field.js';
import type { DetailField, OpaqueDetailField } from './detail-field.js';
import type { NumberField } from './number-field.js';
import type { StringField } from './string-field.js';
import type { UntypedField } from './untyped-field.js';

/** What a server can do with detail rows in a condition. */
export type FieldsDialect = 'contract' | 'odataV4';

/**
 * The fields of an entity class as conditions need them: `(c: Fields<Customer>) => c.Status.eq('Active')`.
 * What a field offers follows from its type; links step (`c.MainContact.Address.City`); methods are left out.
 */
export type Fields<T, D extends FieldsDialect = 'contract'> = {
  readonly [K in keyof T as T[K] extends AnyFunction ? never : K]-?: FieldOf<NonNullable<T[K]>, D>;
};

/** The field object for a property of type `V`. */
export type FieldOf<V, D extends FieldsDialect = 'contract'> = [V] extends [string]
  ? StringField<V>
  : [V] extends [number | bigint]
    ? NumberField
    : [V] extends [boolean]
      ? BooleanField
      : [V] extends [Date]
        ? DateField
        : [V] extends [Iterable<infer Row>]
          ? DetailFields<Row>[D]
          : [V] extends [object]
            ? Fields<V, D>
            : UntypedField;

interface DetailFields<Row> {
  readonly contract: OpaqueDetailField;
  readonly odataV4: DetailField<Row>;
}

type AnyFunction = (...args: never[]) => unknown;
