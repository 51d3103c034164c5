import type { WireType } from '../wire/wire-type.js';

/** Parameters of an action by name; `custom` holds dialog fields outside the contract, by view and field. */
export interface ActionParameters {
  readonly [name: string]: unknown;
  readonly custom?: CustomParameters;
}

/** Dialog fields outside the contract: `{ FilterPreview: { Reason: 'Abandoned' } }`. */
export type CustomParameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The actions that a class declares for the compiler. */
export type ActionsOf<T> = T extends { readonly '~actions'?: infer A } ? NonNullable<A> : object;

/** Name of an action: the declared ones complete, any other one may be a workflow action of the form. */
export type ActionName<T> = (keyof ActionsOf<T> & string) | (string & {});

/** Parameters of one action. */
export type ParametersOf<T, N extends string> = N extends keyof ActionsOf<T>
  ? ActionsOf<T>[N] & { readonly custom?: CustomParameters }
  : ActionParameters;

/** Wire types of an action's parameters by name. */
export type ParameterTypes = Readonly<Record<string, WireType>>;
