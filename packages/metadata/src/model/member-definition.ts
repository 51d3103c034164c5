import type { CustomFieldPlace } from '../schema/endpoint-schema.js';
import type { WireType } from '../wire/wire-type.js';
import type { EntityClass } from '../record/entity-class.js';

/** What a decorator can be told about a field, for validation before `save()`. No endpoint document says any of it. */
export interface FieldOptions {
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
export interface ReferenceDefinition {
  readonly kind: 'link' | 'details';
  readonly name: string;
  /** A thunk, so that entity files can import each other. */
  readonly target: () => EntityClass;
}

/** One member of an entity class. */
export type MemberDefinition = FieldDefinition | ReferenceDefinition;
