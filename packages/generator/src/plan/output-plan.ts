import type { FieldFact, MemberSchema, WireType } from '@acurecord/metadata';
import type { NamingNote } from './naming-note.js';
import type { EntityUses } from './uses.js';

/** What will be written, as plain data: every name is chosen, every file decided, nothing is text yet. */
export interface OutputPlan {
  readonly endpoint: string;
  readonly version: string;
  readonly contract: number;
  /** Files in the order of the index. */
  readonly files: readonly FilePlan[];
  readonly notes: readonly NamingNote[];
}

/** One file: a top-level entity with its rows, or one shared row entity. */
export interface FilePlan {
  /** Relative to the output folder, with slashes and without ending: `sales-order`, `shared/address`. */
  readonly path: string;
  readonly classes: readonly ClassPlan[];
  /** Classes of other files that this one refers to, by path. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

/** One class. */
export interface ClassPlan {
  /** Name of the entity on the wire. */
  readonly entity: string;
  readonly className: string;
  /** The endpoint that it is made for. */
  readonly endpoint: { readonly endpoint: string; readonly version: string };
  /** Name of the interface that names its actions. */
  readonly actionsName: string;
  readonly topLevel: boolean;
  readonly use: 'record' | 'inquiry' | 'report';
  /** Title of the form with its screen id, as far as the instance told them: `Sales Orders (SO301000)`. */
  readonly form?: string;
  /** Key fields in the order of the form; absent where nobody knows them. */
  readonly keys?: readonly string[];
  /** `manual`: the form keeps the keys that it is given. */
  readonly numbering?: 'manual';
  /** Where it occurs in the endpoint. */
  readonly uses: EntityUses;
  readonly members: readonly MemberPlan[];
  readonly actions: readonly ActionPlan[];
}

/** One member of a class. */
export interface MemberPlan {
  readonly name: string;
  readonly schema: MemberSchema;
  /** What is known of a field besides. */
  readonly fact?: FieldFact;
  /** Class of the linked record or of the detail rows. */
  readonly target?: string;
}

/** One action of a class. */
export interface ActionPlan {
  /** Name of the action on the wire. */
  readonly action: string;
  /** Name of the method; absent where that name is taken and the action is reached by `invoke` alone. */
  readonly method?: string;
  readonly parameters: Readonly<Record<string, WireType>>;
}
