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
 * What a field offers follows from its type; links step (`c.MainContact.Address.City`); methods cannot be used.
 *
 * Keys are not filtered: a filter would look at every property of every entity, and made checking a program twice as dear.
 */
export type Fields<T, D extends FieldsDialect = 'contract'> = {
  readonly [K in keyof T]-?: FieldOf<T[K], D>;
};

/** The field object for a property of type `V`; that it may be empty makes no difference. */
export type FieldOf<V, D extends FieldsDialect = 'contract'> = unknown extends V
  ? UnknownField
  : [V] extends [(infer S extends string) | Empty]
    ? StringField<S>
    : [V] extends [number | bigint | Empty]
      ? NumberField
      : [V] extends [boolean | Empty]
        ? BooleanField
        : [V] extends [Date | Empty]
          ? DateField
          : [V] extends [Iterable<infer Row> | Empty]
            ? DetailFields<Row>[D]
            : [V] extends [AnyFunction | Empty]
              ? never
              : [V] extends [(infer Linked extends object) | Empty]
                ? Fields<Linked, D>
                : UntypedField;

/** A member of a row whose members nobody declared; `any` for the reason given at {@link UntypedFields}. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a typed one would be possibly undefined with noUncheckedIndexedAccess
type UnknownField = any;

type Empty = null | undefined;

interface DetailFields<Row> {
  readonly contract: OpaqueDetailField;
  readonly odataV4: DetailField<Row>;
}

type AnyFunction = (...args: never[]) => unknown;
