import type { Entity } from '../entity/entity.js';
import type { ActionSchema } from '../schema/endpoint-schema.js';
import { knownKeys } from '../knowledge/known-keys.js';
import { declareEntity } from '../model/entity-metadata.js';
import type { EntityDeclaration } from '../model/entity-metadata.js';

/** What can be said of an entity besides its name. */
export interface EntityOptions {
  /**
   * The endpoint that the class was made for, such as `Default`, with its `version`: a client of another endpoint is then
   * refused, and one of another version warned about.
   */
  readonly endpoint?: string;
  /** Version of `endpoint`, such as `24.200.001`. */
  readonly version?: string;
  /**
   * Key fields in the order of the form. @default the fields that are declared with `key: true`, else those of the built-in
   * catalogue, where it has the entity
   */
  readonly keys?: readonly string[];
  /**
   * `manual`: the form keeps the keys that it is given, so that a new record which has them can be sent twice. Leave it out
   * where the ERP numbers the records, also if only some of them. @default nobody knows; the client learns from its inserts
   */
  readonly numbering?: 'manual' | undefined;
  /** Actions of the contract with the wire types of their parameters. */
  readonly actions?: Readonly<Record<string, ActionSchema>>;
}

type AbstractClass = abstract new (...parameters: never[]) => Entity;

/** Declares a class to be an entity of the endpoint: `@entity('Customer', { keys: ['CustomerID'] })`. */
export function entity(
  name: string,
  options: EntityOptions = {},
): <C extends AbstractClass>(target: C, context?: ClassDecoratorContext<C>) => void {
  return (target) => declareEntity(target, declarationOf(name, options));
}

/** What options say of an entity, with the keys of the built-in catalogue for those who say none. */
export function declarationOf(
  name: string,
  { keys, actions, endpoint, version, numbering }: EntityOptions,
): EntityDeclaration {
  return {
    name,
    ...(keys && { keys }),
    ...(actions && { actions }),
    ...(numbering && { numbering }),
    ...(endpoint !== undefined && version !== undefined && { endpoint: { name: endpoint, version } }),
    usualKeys: knownKeys(name),
  };
}
