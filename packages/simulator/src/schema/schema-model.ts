/** What one value of the wire is: the `{Type}Value` schema of the endpoint document without its suffix. */
export type FieldType =
  'String' | 'Boolean' | 'Int' | 'Short' | 'Byte' | 'Long' | 'Decimal' | 'Double' | 'DateTime' | 'Guid';

/** All field types, in the order of the endpoint documents. */
export const fieldTypes = [
  'Boolean',
  'Byte',
  'DateTime',
  'Decimal',
  'Double',
  'Guid',
  'Int',
  'Long',
  'Short',
  'String',
] as const satisfies readonly FieldType[];

/** A value on the entity itself: `"CustomerID": { "value": "ABARTENDE" }`. */
export interface FieldMember {
  readonly kind: 'field';
  readonly type: FieldType;
  /** Contract 5 only: the value is `{ id, description }`, an array of those, or a date without time. */
  readonly shape?: 'single-select' | 'multi-select' | 'date-only';
}

/** One other entity inside this one: `"MainContact": { … }`. */
export interface LinkMember {
  readonly kind: 'link';
  readonly entity: string;
}

/** A collection of rows inside this entity: `"Details": [ … ]`. */
export interface DetailsMember {
  readonly kind: 'details';
  readonly entity: string;
}

/** A member whose declaration says nothing that is understood: whatever JSON is written comes back as it is. */
export interface UnknownMember {
  readonly kind: 'unknown';
  /** What the document declares, as JSON. */
  readonly shape: string;
}

/** One named member of an entity. */
export type Member = FieldMember | LinkMember | DetailsMember | UnknownMember;

/** The entity that a member leads to; a field leads to none. */
export function targetOf(member: Member | undefined): string | undefined {
  return member?.kind === 'link' || member?.kind === 'details' ? member.entity : undefined;
}

/** An action the document declares by name, with the value type of each parameter. */
export interface ActionModel {
  readonly parameters: ReadonlyMap<string, FieldType>;
}

/** A field of a form that no contract member maps to; seen through `$custom` and `$adHocSchema` only. */
export interface CustomField {
  readonly view: string;
  readonly field: string;
  readonly type: FieldType;
}

/** One entity of an endpoint. */
export interface EntityModel {
  readonly name: string;
  /** Has a URL of its own; otherwise it lives inside others only. */
  readonly topLevel: boolean;
  /** Title of the form, where the document tells it. */
  readonly title?: string;
  /** Form id such as `AR303000`, where the document tells it. */
  readonly screenId?: string;
  /** Key fields in the order of the form; empty when the entity cannot be addressed by key. */
  readonly keys: readonly string[];
  /** All members in document order, which is the order of members in records. */
  readonly members: ReadonlyMap<string, Member>;
  /** Named actions; any other action name is a custom action. */
  readonly actions: ReadonlyMap<string, ActionModel>;
  /** Filter fields plus one collection of result rows; read by PUT. */
  readonly isInquiry: boolean;
  /** Started by POST, answers a file. */
  readonly isReport: boolean;
  /** Form fields beside the contract, for `$custom` and `$adHocSchema`. */
  readonly customFields: readonly CustomField[];
}

/** An endpoint as the simulator serves it, read from a document or declared by the demo company. */
export interface SimulatorSchema {
  readonly endpoint: string;
  readonly version: string;
  /** Contract number: 3, 4 or 5. */
  readonly contract: number;
  /** Every entity by its exact name, in document order. */
  readonly entities: ReadonlyMap<string, EntityModel>;
}
