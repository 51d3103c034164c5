import type { Entity } from '../entity/entity.js';
import type { CustomParameters, ParameterTypes } from '../model/action-types.js';
import type { ReservedName } from '../record/entity-like.js';
import type { ActionDecorator, ActionMethod } from './action-decorator.js';
import type { DefinedClass } from './defined-class.js';
import type { MemberDecorator, WireValues } from './field.js';

/** The members of a class by name, each made by `field.…` or `action`. */
export type MemberDeclarations = Readonly<Record<string, AnyDeclaration>> & {
  readonly [Name in ReservedName]?: never;
};

type AnyDeclaration =
  Pick<MemberDecorator<unknown, unknown, object>, '~declares'> | Pick<ActionDecorator<string, ParameterTypes>, '~acts'>;

/** What the members of a class hold. */
export type DefinedFields<M> = { -readonly [Name in MemberNames<M>]: ValueOf<M[Name]> } & {
  readonly [Name in ActionNames<M>]: MethodOf<M[Name]>;
};

/** A record of a class with these members. */
export type DefinedRecord<M, Keys = undefined> = DeclaredEntity<KeysOf<M, Keys>, ActionTypes<M>> & DefinedFields<M>;

/** A class with these members: asked only when they are known, so that the compiler never compares them in general. */
export type DefinedFieldsClass<M, Keys = undefined> =
  DefinedRecord<M, Keys> extends infer Defined extends Entity ? DefinedClass<Defined> : never;

/** An entity with what only the compiler sees: its keys, and its actions with their parameters. */
export interface DeclaredEntity<Keys, Actions extends object> extends Entity {
  readonly '~keys'?: Extract<Keys, readonly string[]>;
  readonly '~actions'?: Actions;
}

type MemberNames<M> = { [Name in keyof M]: M[Name] extends { readonly '~declares': unknown } ? Name : never }[keyof M];

type ActionNames<M> = { [Name in keyof M]: M[Name] extends { readonly '~acts': unknown } ? Name : never }[keyof M];

type ValueOf<D> = D extends { readonly '~declares': { readonly value: infer V; readonly options: infer O } }
  ? O extends { readonly oneOf: readonly (infer Label)[] }
    ? Label | null
    : O extends { readonly decimals: 'string' }
      ? string | null
      : V
  : never;

type MethodOf<D> = D extends { readonly '~acts': { readonly types: infer Types } }
  ? ActionMethod<ParametersBy<Types>>
  : never;

type ParametersBy<Types> = { readonly [Name in keyof Types]?: ParameterValue<Types[Name]> };

type ParameterValue<T> = T extends 'DateTime'
  ? Date | string | null
  : T extends keyof WireValues
    ? WireValues[T] | null
    : unknown;

type KeysOf<M, Keys> = Keys extends readonly string[]
  ? Keys
  : [KeyNames<M>] extends [never]
    ? readonly string[]
    : Orders<KeyNames<M>>;

type KeyNames<M> = {
  [Name in keyof M]: M[Name] extends { readonly '~declares': { readonly options: { readonly key: true } } }
    ? Name
    : never;
}[keyof M] &
  string;

/** Tuples of all these names in every order: TypeScript knows the members of an object, and not their order. */
type Orders<Names extends string, Each extends string = Names> = [Names] extends [never]
  ? readonly []
  : Each extends Each
    ? readonly [Each, ...Orders<Exclude<Names, Each>>]
    : never;

type ActionTypes<M> = { [Name in ActionNames<M> as ActionNameOf<M[Name]>]: ActionTypesOf<M[Name]> };

type ActionNameOf<D> = D extends { readonly '~acts': { readonly name: infer Name extends string } } ? Name : never;

type ActionTypesOf<D> = D extends { readonly '~acts': { readonly types: infer Types } }
  ? ParametersBy<Types> & { readonly custom?: CustomParameters }
  : never;
