import type { EntitySchema, MemberSchema } from '@acurecord/metadata';

/** One member of an entity. */
export interface FieldDescription {
  /** The wire's type (`String`, `Decimal`, …), `link` or `details`; `unknown` where its form is not known. */
  readonly type: string;
  /** Whether the field is no part of the contract. */
  readonly custom: boolean;
  /** The entity of a link or of detail rows. */
  readonly nested?: string;
}

/** What an entity consists of. */
export interface ModelDescription {
  readonly name: string;
  readonly fieldCount: number;
  readonly fields: Readonly<Record<string, FieldDescription>>;
}

/** Describes an entity, custom fields included as far as the schema has them. */
export function describeModel({ name, members }: EntitySchema): ModelDescription {
  const fields = Object.fromEntries(Object.entries(members).map(([field, member]) => [field, describeMember(member)]));
  return { name, fieldCount: Object.keys(fields).length, fields };
}

function describeMember(member: MemberSchema): FieldDescription {
  if (member.kind === 'field') return { type: member.type, custom: member.custom !== undefined };
  if (member.kind === 'unknown') return { type: 'unknown', custom: false };
  return { type: member.kind, custom: false, nested: member.entity };
}
