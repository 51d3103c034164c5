import type { ClassicWireType, WireType } from '../wire/wire-type.js';
import type { DetailCollection } from '../record/detail-collection.js';
import type { Entity } from '../entity/entity.js';
import type { EntityClass } from '../record/entity-class.js';
import type { Link } from '../entity/link.js';
import { rememberDeclaration } from './member-declarations.js';
import { memberAccessor } from './member-accessor.js';
import type { FieldOptions, MemberDefinition } from '../model/member-definition.js';

/**
 * A member as it is declared: a decorator for `accessor` fields of values `V`, under standard and under experimental
 * decorators, and a value for `defineFields`. The decorator has no type parameters of its own: thousands of generated fields
 * would make the compiler infer them thousands of times.
 */
export interface MemberDecorator<V, Declared = V, Options = object> {
  (
    target: ClassAccessorDecoratorTarget<never, V>,
    context: ClassAccessorDecoratorContext,
  ): ClassAccessorDecoratorResult<unknown, never>;
  (prototype: object, name: string | symbol, descriptor?: PropertyDescriptor): void;
  /** For the compiler: what `defineFields` makes of it. */
  readonly '~declares': { readonly value: Declared; readonly options: Options };
}

type Optional<V> = V | null | undefined;

/** Types of the values of the classic wire types; those of all others are handed through as they come. */
export interface WireValues {
  readonly String: string;
  readonly Decimal: number;
  readonly Double: number;
  readonly Int: number;
  readonly Short: number;
  readonly Long: number;
  readonly Byte: number;
  readonly Boolean: boolean;
  readonly DateTime: Date;
  readonly Guid: string;
}

/** What a field of a wire type holds. */
export type WireValueOf<T> = T extends keyof WireValues ? WireValues[T] | null : unknown;

const value =
  <T extends ClassicWireType, V = WireValues[T]>(type: T) =>
  <const O extends FieldOptions = object>(options?: O): MemberDecorator<Optional<V>, WireValues[T] | null, O> =>
    member((name) => ({ kind: 'field', name, type, options: options ?? {} }));

/**
 * Declares the members of an entity class, each on an `accessor` field:
 * `@field.string() accessor CustomerID!: string | null;`
 */
export const field = {
  string: value('String'),
  decimal: value<'Decimal', number | string>('Decimal'),
  double: value('Double'),
  int: value('Int'),
  short: value('Short'),
  long: value<'Long', number | string>('Long'),
  byte: value('Byte'),
  boolean: value('Boolean'),
  dateTime: value('DateTime'),
  guid: value('Guid'),

  /** A value of any wire type, such as the ones that contract 5 adds. */
  of: <const T extends WireType, const O extends FieldOptions = object>(
    type: T,
    options?: O,
  ): MemberDecorator<unknown, WireValueOf<T>, O> =>
    member((name) => ({ kind: 'field', name, type, options: options ?? {} })),

  /** A linked record: `@field.link(() => Contact) accessor MainContact!: Contact | null;` */
  link: <T extends Entity>(target: () => EntityClass<T>): MemberDecorator<Optional<T>, Link<T>> =>
    member((name) => ({ kind: 'link', name, target })),

  /** Detail rows: `@field.details(() => SalesOrderDetail) accessor Details!: DetailCollection<SalesOrderDetail>;` */
  details: <T extends Entity>(
    target: () => EntityClass<T>,
  ): MemberDecorator<Optional<DetailCollection<T>>, DetailCollection<T>> =>
    member((name) => ({ kind: 'details', name, target: target })),

  /** A member of a form that is not known: `@field.unknown() accessor Odd!: unknown;` reads and writes what the wire has. */
  unknown: (): MemberDecorator<unknown> => member((name) => ({ kind: 'unknown', name })),

  /** A field outside the contract: `@field.custom('Document', 'String') accessor UsrPriority!: string | null;` */
  custom: <const T extends WireType, const O extends FieldOptions = object>(
    view: string,
    type: T,
    name?: string,
    options?: O,
  ): MemberDecorator<unknown, WireValueOf<T>, O> =>
    member((property) => ({
      kind: 'field',
      name: property,
      type,
      custom: { view, field: name ?? property },
      options: options ?? {},
    })),
} as const;

/** Both forms of decorators replace the accessor; what the compiler stores for it is never used. */
function member<V, D, O>(define: (name: string) => MemberDefinition): MemberDecorator<V, D, O> {
  const decorate = (_target: object, where: string | symbol | { readonly name: string | symbol }): unknown => {
    const isStandard = typeof where === 'object';
    const accessor = memberAccessor(define(String(isStandard ? where.name : where)));
    return isStandard ? accessor : { ...accessor, enumerable: true, configurable: true };
  };
  rememberDeclaration(decorate);
  return decorate as unknown as MemberDecorator<V, D, O>;
}
