import type { ClassicWireType, WireType } from '../wire/wire-type.js';
import type { DetailCollection } from '../record/detail-collection.js';
import type { Entity } from '../entity/entity.js';
import type { EntityClass } from '../record/entity-class.js';
import { memberAccessor } from './member-accessor.js';
import type { FieldOptions, MemberDefinition } from '../model/member-definition.js';

/**
 * A decorator for `accessor` fields of values `V`, under standard and under experimental decorators. It has no type
 * parameters of its own: thousands of generated fields would make the compiler infer them thousands of times.
 */
export interface MemberDecorator<V> {
  (
    target: ClassAccessorDecoratorTarget<never, V>,
    context: ClassAccessorDecoratorContext,
  ): ClassAccessorDecoratorResult<unknown, never>;
  (prototype: object, name: string | symbol, descriptor?: PropertyDescriptor): void;
}

type Optional<V> = V | null | undefined;

const value =
  <V>(type: ClassicWireType) =>
  (options: FieldOptions = {}): MemberDecorator<Optional<V>> =>
    member((name) => ({ kind: 'field', name, type, options }));

/**
 * Declares the members of an entity class, each on an `accessor` field:
 * `@field.string() accessor CustomerID!: string | null;`
 */
export const field = {
  string: value<string>('String'),
  decimal: value<number | string>('Decimal'),
  double: value<number>('Double'),
  int: value<number>('Int'),
  short: value<number>('Short'),
  long: value<number | string>('Long'),
  byte: value<number>('Byte'),
  boolean: value<boolean>('Boolean'),
  dateTime: value<Date>('DateTime'),
  guid: value<string>('Guid'),

  /** A value of any wire type, such as the ones that contract 5 adds. */
  of: (type: WireType, options: FieldOptions = {}): MemberDecorator<unknown> =>
    member((name) => ({ kind: 'field', name, type, options })),

  /** A linked record: `@field.link(() => Contact) accessor MainContact!: Contact | null;` */
  link: <T extends Entity>(target: () => EntityClass<T>): MemberDecorator<Optional<T>> =>
    member((name) => ({ kind: 'link', name, target })),

  /** Detail rows: `@field.details(() => SalesOrderDetail) accessor Details!: DetailCollection<SalesOrderDetail>;` */
  details: <T extends Entity>(target: () => EntityClass<T>): MemberDecorator<Optional<DetailCollection<T>>> =>
    member((name) => ({ kind: 'details', name, target: target })),

  /** A field outside the contract: `@field.custom('Document', 'String') accessor UsrPriority!: string | null;` */
  custom: (view: string, type: WireType, name?: string, options: FieldOptions = {}): MemberDecorator<unknown> =>
    member((property) => ({ kind: 'field', name: property, type, custom: { view, field: name ?? property }, options })),
} as const;

/** Both forms of decorators replace the accessor; what the compiler stores for it is never used. */
function member<V>(define: (name: string) => MemberDefinition): MemberDecorator<V> {
  const decorate = (_target: object, where: string | symbol | { readonly name: string | symbol }): unknown => {
    const isStandard = typeof where === 'object';
    const accessor = memberAccessor(define(String(isStandard ? where.name : where)));
    return isStandard ? accessor : { ...accessor, enumerable: true, configurable: true };
  };
  return decorate as MemberDecorator<V>;
}
