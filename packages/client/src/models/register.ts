import type { DefinedClass, DynamicEntity, Entity } from '@acurecord/metadata';
import type { WellKnownServices } from '../services/well-known-services.js';

/**
 * The place where generated code makes its classes known to the types of every client:
 * `declare module 'acurecord' { interface Register { models: { Customer: typeof Customer } } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it is filled by declaration merging
export interface Register {}

/** Classes that are known at run time only. */
type RuntimeModels = { readonly [E in WellKnownServices[keyof WellKnownServices]]: DefinedClass<DynamicEntity> } & {
  readonly [entity: string]: DefinedClass<DynamicEntity>;
};

/** The entity classes of a client by name. */
export type Models = Register extends { readonly models: infer M } ? M : RuntimeModels;

/** Which entity stands behind which member of a client; generated code may register its own as `services`. */
export type ServiceEntities = Register extends { readonly services: infer S } ? S : WellKnownServices;

/** The instances of a registered class; of one that is not registered, whatever the server has. */
export type ModelOf<Name> = Name extends keyof Models
  ? Models[Name] extends abstract new (...init: never[]) => infer T
    ? T extends Entity
      ? T
      : DynamicEntity
    : DynamicEntity
  : DynamicEntity;
