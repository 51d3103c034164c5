import type { EntityFacts } from '@acurecord/metadata';

/** How classes are generated. */
export interface GenerateOptions {
  /** Names of the entities wanted; what they need comes along. @default all of the endpoint */
  readonly entities?: readonly string[];
  /**
   * `decorators`: classes with decorated `accessor` fields. `erasable`: interfaces and `defineEntity`, for toolchains
   * that only strip types. @default 'decorators'
   */
  readonly style?: 'decorators' | 'erasable';
  /** Must be what the client is told: `string` keeps decimals exact, as their text. @default 'number' */
  readonly decimals?: 'number' | 'string';
  /**
   * The package that generated code imports. Only `acurecord` has a `Register` for `client.models`; with another one
   * the index does not augment it. @default 'acurecord'
   */
  readonly importFrom?: string;
  /** How generated files name each other: as Node does (`.js`), for type stripping (`.ts`) or bare. @default '.js' */
  readonly importExtension?: '.js' | '.ts' | '';
  /** What is known of an entity's fields, for the comments; `loadKnowledge()` has it. @default nothing */
  readonly facts?: (entity: string) => EntityFacts | undefined;
  /** Known values by `Entity.Field`, which no document has: `{ 'SalesOrder.Status': ['Open', 'On Hold'] }`. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Forms that keep the keys they are given, which no document tells: `{ Warehouse: 'manual' }`. */
  readonly numbering?: Readonly<Record<string, 'manual'>>;
}
