import type { EntitySchema } from '@acurecord/metadata';

/** Where an entity without a form of its own occurs. */
export interface EntityUses {
  /** Members that hold it as rows, such as `SalesOrder.Details`. */
  readonly rows: readonly string[];
  /** Members that link to it, such as `SalesOrder.BillToAddress`. */
  readonly links: readonly string[];
}

/** What leads to each of these entities, by name, in document order. */
export function usesOf(entities: readonly EntitySchema[]): ReadonlyMap<string, EntityUses> {
  const uses = new Map<string, { rows: string[]; links: string[] }>();
  for (const { name, members } of entities) {
    for (const [member, schema] of Object.entries(members)) {
      if (schema.kind === 'field' || schema.kind === 'unknown') continue;
      const found = uses.get(schema.entity) ?? { rows: [], links: [] };
      uses.set(schema.entity, found);
      found[schema.kind === 'link' ? 'links' : 'rows'].push(`${name}.${member}`);
    }
  }
  return uses;
}
