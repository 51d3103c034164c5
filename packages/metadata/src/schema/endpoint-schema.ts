import type { CustomFieldPlace } from '../wire/custom-table.js';
import type { WireType } from '../wire/wire-type.js';

/** A value field, `{ "value": … }` on the wire. */
export interface FieldSchema {
  readonly kind: 'field';
  readonly type: WireType;
  /** Where a custom field lives: `custom.<view>.<field>`. Absent on fields of the contract. */
  readonly custom?: CustomFieldPlace;
  /** The labels of a drop-down field, where somebody told them; no endpoint document has them. */
  readonly oneOf?: readonly string[];
}

/** One linked record, such as `MainContact`. */
export interface LinkSchema {
  readonly kind: 'link';
  /** Name of the linked entity in the same endpoint. */
  readonly entity: string;
}

/** A collection of detail rows, such as `Details`. */
export interface DetailsSchema {
  readonly kind: 'details';
  /** Name of the rows' entity in the same endpoint. */
  readonly entity: string;
}

/** A member whose form no reader knows yet. Its value is read and written as it stands on the wire. */
export interface UnknownSchema {
  readonly kind: 'unknown';
  /** What the document says of it. */
  readonly shape: unknown;
}

/** One member of an entity, other than the ones every record has (`id`, `rowNumber`, `note`, `custom`, `files`). */
export type MemberSchema = FieldSchema | LinkSchema | DetailsSchema | UnknownSchema;

/** The entity that a link or details lead to; `undefined` for any other member. */
export function referencedEntity(member: MemberSchema | undefined): string | undefined {
  return member?.kind === 'link' || member?.kind === 'details' ? member.entity : undefined;
}

/** An action of the contract. */
export interface ActionSchema {
  /** Wire types by parameter name; empty when the action declares none. */
  readonly parameters: Readonly<Record<string, WireType>>;
}

/** What an endpoint document says about one entity. Plain data, so it can be stored as JSON. */
export interface EntitySchema {
  readonly name: string;
  /** Whether the entity has a URL of its own; rows of details and links have none. */
  readonly topLevel: boolean;
  /** Inquiries are read by PUT, reports are started; everything else is a `record`. Absent means `record`. */
  readonly use?: 'record' | 'inquiry' | 'report';
  /** Title of the form, where the instance has it, such as `Sales Orders`. */
  readonly title?: string;
  /** Id of the form, such as `SO301000`. */
  readonly screenId?: string;
  /** Key fields in the order of the form, where they are known; no endpoint document has them. */
  readonly keys?: readonly string[];
  /** `manual`: the form keeps the keys that it is given. Said by the program, never by a document. */
  readonly numbering?: 'manual';
  /** Members by name in document order, which is also their order on the wire. */
  readonly members: Readonly<Record<string, MemberSchema>>;
  readonly actions: Readonly<Record<string, ActionSchema>>;
}

/** The model of one endpoint: everything `defineEntity` and the code generator need. Plain data that survives JSON. */
export interface EndpointSchema {
  /** Name of the endpoint, such as `Default`. */
  readonly endpoint: string;
  /** Version of the endpoint, such as `24.200.001`. */
  readonly version: string;
  /** Contract version: 3, 4 or 5. */
  readonly contract: number;
  /** Entities by name in document order. */
  readonly entities: Readonly<Record<string, EntitySchema>>;
  /** What the reader did not understand, one sentence each. @default nothing */
  readonly warnings?: readonly string[];
}
