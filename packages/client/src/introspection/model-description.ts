import type { EntityFacts, EntitySchema, FieldFact, MemberSchema } from '@acurecord/metadata';

/** One member of an entity. */
export interface FieldDescription {
  /** The wire's type (`String`, `Decimal`, …), `link` or `details`; `unknown` where its form is not known. */
  readonly type: string;
  /** Whether the field is no part of the contract. */
  readonly custom: boolean;
  /** The entity of a link or of detail rows. */
  readonly nested?: string;
  /** The name that people read on the form, where it is known. */
  readonly label?: string;
  /** Characters that the vendor's column holds, where it is known. */
  readonly maxLength?: number;
  /** Type of the vendor's column, such as `nvarchar(256)`, where it is known. */
  readonly sqlType?: string;
  /** Data access class behind the field, such as `PX.Objects.AR.Customer`, where it is known. */
  readonly dataClass?: string;
  /** The field's name in that class. */
  readonly dataField?: string;
}

/** What an entity consists of. */
export interface ModelDescription {
  readonly name: string;
  readonly fieldCount: number;
  readonly fields: Readonly<Record<string, FieldDescription>>;
}

/** Describes an entity, custom fields included as far as the schema has them. */
export function describeModel({ name, members }: EntitySchema, facts?: EntityFacts): ModelDescription {
  const known = (field: string): FieldFact | undefined =>
    facts !== undefined && Object.hasOwn(facts.fields, field) ? facts.fields[field] : undefined;
  const fields = Object.fromEntries(
    Object.entries(members).map(([field, member]) => [field, describeMember(member, known(field))]),
  );
  return { name, fieldCount: Object.keys(fields).length, fields };
}

function describeMember(member: MemberSchema, fact: FieldFact | undefined): FieldDescription {
  if (member.kind === 'unknown') return { type: 'unknown', custom: false };
  if (member.kind !== 'field') return { type: member.kind, custom: false, nested: member.entity };
  if (member.custom !== undefined || fact === undefined)
    return { type: member.type, custom: member.custom !== undefined };
  const { source: _source, ...known } = fact;
  return { type: member.type, custom: false, ...known };
}
