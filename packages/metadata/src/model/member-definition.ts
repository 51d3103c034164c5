import type { CustomFieldPlace } from '../wire/custom-table.js';
import type { WireType } from '../wire/wire-type.js';
import type { RecordClass } from './record-class.js';

/** What a decorator can be told about a field, for validation before `save()`. No endpoint document says any of it. */
export interface FieldOptions {
  /**
   * Whether it is one of the entity's keys; several are in the order of their declaration. `keys` of the entity wins.
   * @default false
   */
  readonly key?: boolean;
  /** Must be set and not empty when a new record is saved, and can never be cleared. @default false */
  readonly required?: boolean;
  /** Longest text. */
  readonly maxLength?: number;
  /** The labels the ERP knows, as it shows them. */
  readonly oneOf?: readonly (string | number)[];
  /**
   * Rules of class-validator: `rules: [IsEmail()]`. Its decorators can stand on the field itself too, under experimental
   * decorators only, and TypeScript refuses that for `accessor` fields.
   */
  readonly rules?: readonly PropertyDecorator[];
  /**
   * For the compiler alone, where a class has its types from `defineFields`: values are exact texts, for a client with
   * `decimals: 'string'`. @default 'number'
   */
  readonly decimals?: 'number' | 'string';
}

/** A value field of a class. */
export interface FieldDefinition {
  readonly kind: 'field';
  readonly name: string;
  readonly type: WireType;
  readonly custom?: CustomFieldPlace;
  readonly options: FieldOptions;
}

/** A link or a collection of details of a class. */
export interface ReferenceDefinition<C = RecordClass> {
  readonly kind: 'link' | 'details';
  readonly name: string;
  /** A thunk, so that entity files can import each other. */
  readonly target: () => C;
}

/** A member whose form is not known: its value is read and written as it stands on the wire. */
export interface UnknownDefinition {
  readonly kind: 'unknown';
  readonly name: string;
}

/** One member of an entity class. */
export type MemberDefinition<C = RecordClass> = FieldDefinition | ReferenceDefinition<C> | UnknownDefinition;

/** Whether a member is a link or details, which have members of their own. */
export function isReference<C>(definition: MemberDefinition<C> | undefined): definition is ReferenceDefinition<C> {
  return definition?.kind === 'link' || definition?.kind === 'details';
}
