import type { EndpointSchema } from '@acurecord/metadata';

const VALUES: Readonly<Record<string, readonly [first: unknown, changed: unknown]>> = {
  String: ['one', 'two'],
  Decimal: [1.5, 2.5],
  Double: [1.5, 2.5],
  Int: [1, 2],
  Short: [1, 2],
  Byte: [1, 2],
  Long: [1, 2],
  Boolean: [true, false],
  DateTime: [new Date('2024-01-02T00:00:00Z'), new Date('2025-03-04T00:00:00Z')],
  Guid: ['00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002'],
};

/** The value that a field of a type begins with. */
export function firstValue(type: string): unknown {
  return (VALUES[type] ?? [])[0];
}

/** The value that it is changed to. */
export function changedValue(type: string): unknown {
  return (VALUES[type] ?? [])[1];
}

/** A value as it stands in a body. */
export function wireText(value: unknown): unknown {
  return value instanceof Date ? value.toISOString().replace('.000Z', '+00:00') : value;
}

/** Plain fields of an entity with their types. */
export function fieldsOf(schema: EndpointSchema, entity: string): (readonly [name: string, type: string])[] {
  return Object.entries(schema.entities[entity]?.members ?? {}).flatMap(([name, member]) =>
    member.kind === 'field' ? [[name, member.type] as const] : [],
  );
}
