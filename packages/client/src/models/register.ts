import type { DefinedClass, DynamicEntity, Entity } from '@acurecord/metadata';
import type { WellKnownServices } from '../services/well-known-services.js';

/**
 * The place where generated code makes its classes known to the types of every client, under the endpoint that they were made
 * for: `declare module 'acurecord' { interface Register { 'Default/24.200.001': typeof models } }`. Several endpoints may
 * stand side by side. Classes that are registered as `models` are those of every client.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it is filled by declaration merging
export interface Register {}

/** Classes that are known at run time only. */
type RuntimeModels = { readonly [E in WellKnownServices[keyof WellKnownServices]]: DefinedClass<DynamicEntity> } & {
  readonly [entity: string]: DefinedClass<DynamicEntity>;
};

/** Endpoints whose classes are registered: `Default/24.200.001`. */
type RegisteredEndpoint = Extract<keyof Register, `${string}/${string}`>;

/** Names of those endpoints: `Default`. */
type RegisteredName = RegisteredEndpoint extends `${infer Name}/${string}` ? Name : never;

/** The endpoint of a client that was told none: `Default`, or the only one whose classes are registered. */
export type UsualEndpoint = 'Default' extends RegisteredName
  ? 'Default'
  : [RegisteredName] extends [never]
    ? 'Default'
    : OnlyOne<RegisteredName>;

/** A name that stands alone; of several nobody knows which is meant. */
type OnlyOne<Name extends string, All = Name> = Name extends string ? ([All] extends [Name] ? Name : string) : never;

/** The entity classes of a client of an endpoint, by name. */
export type ModelsOf<Endpoint extends string> = Register extends { readonly models: infer M }
  ? M
  : [ClassesOf<Endpoint>] extends [never]
    ? RuntimeModels
    : ClassesOf<Endpoint>;

/** Where one endpoint is registered, a name that is known at run time only is taken to be that. */
type ClassesOf<Endpoint extends string> = string extends Endpoint
  ? string extends OnlyOne<RegisteredName>
    ? never
    : Register[RegisteredEndpoint]
  : { [Key in RegisteredEndpoint]: Key extends `${Endpoint}/${string}` ? Register[Key] : never }[RegisteredEndpoint];

/** The entity classes of a client that was told no endpoint, by name. */
export type Models = ModelsOf<UsualEndpoint>;

/** Which entity stands behind which member of a client; generated code may register its own as `services`. */
export type ServiceEntities = Register extends { readonly services: infer S } ? S : WellKnownServices;

/** The instances of a registered class; of one that is not registered, whatever the server has. */
export type ModelOf<Name, Endpoint extends string = UsualEndpoint> = Name extends keyof ModelsOf<Endpoint>
  ? ModelsOf<Endpoint>[Name] extends abstract new (...init: never[]) => infer T
    ? T extends Entity
      ? T
      : DynamicEntity
    : DynamicEntity
  : DynamicEntity;
