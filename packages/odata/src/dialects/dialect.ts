import type { FunctionName } from '../nodes/call-node.js';
import type { CustomFieldNode } from '../nodes/custom-field-node.js';
import type { LiteralType } from '../nodes/literal-node.js';
import type { TestName } from '../nodes/text-match-node.js';

/** Something a dialect cannot say: why, and what to do instead. Each is a sentence. */
export interface Refusal {
  readonly refused: string;
  readonly instead: string;
}

/** How a dialect calls a function. */
export interface FunctionForm {
  /** The name on the wire. */
  readonly name: string;
  /** The text looked for comes before the text looked into. */
  readonly needleFirst?: true;
  /** Set when nobody has seen a server answer it: why it may fail. It is sent, and `explainFilter` lists it. */
  readonly unconfirmed?: string;
}

/** A way of speaking OData: data for the compiler, and a few functions from values to text. */
export interface Dialect {
  readonly name: 'contract' | 'contract5' | 'odataV3' | 'odataV4';
  /** How messages call a server of this dialect. */
  readonly server: string;
  readonly literals: Readonly<Record<Exclude<LiteralType, 'null' | 'boolean'>, (value: string) => string>>;
  readonly functions: Readonly<Record<FunctionName | TestName, FunctionForm | Refusal>>;
  readonly customField: ((field: CustomFieldNode) => string) | Refusal;
  /** Texts are compared without regard to case, so `tolower` around a compared field can go. */
  readonly ignoresCase: boolean;
  /** `year(d)` and `date(d)` are compared through ranges of `d`. */
  readonly dateRanges: boolean;
  /** A day is written as the instant it begins when compared with a field that has a time. */
  readonly daysAsInstants: boolean;
  /** A literal is written in the type of what it is compared with, since the server converts neither. */
  readonly typedLiterals: boolean;
  /** How `not` is said: everywhere, or only by turning operators round, with a reason for the tests that cannot be. */
  readonly negation: 'plain' | Readonly<Record<TestName | 'raw', { readonly unconfirmed: string } | Refusal>>;
  /** Conditions on detail rows. */
  readonly rows: 'any' | Refusal;
  /** What passes but may fail, besides functions. */
  readonly unconfirmed: {
    readonly guid?: string;
    readonly twoFields?: string;
    readonly arithmetic?: string;
    readonly views?: string;
  };
  readonly options: OptionForms;
}

/** How a dialect writes the other query options. */
interface OptionForms {
  /** `list`: `MainContact,MainContact/Address`; `nested`: `MainContact($expand=Address)`. */
  readonly expand: 'list' | 'nested';
  /** Whether `$select` must name expanded parts too. */
  readonly selectNamesParts: boolean;
  readonly orderBy: 'yes' | Refusal;
  readonly count: 'yes' | Refusal;
  readonly custom: 'yes' | Refusal;
}
