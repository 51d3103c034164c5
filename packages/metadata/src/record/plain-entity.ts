import { entityMetadata } from '../model/entity-metadata.js';
import { customTable, customType } from '../wire/custom-table.js';
import { readValue } from '../wire/wire-value.js';
import type { MemberDefinition } from '../model/member-definition.js';
import type { EntityLike as Entity } from './entity-like.js';
import { strayNames } from './stray-names.js';
import { STATE } from './entity-state.js';

/** A record as plain data, in the order of its members; what is not loaded is left out. */
export function plainEntity(entity: Entity): Record<string, unknown> {
  const { row } = entity[STATE];
  const plain: Record<string, unknown> = {};
  if (row.id !== undefined) plain.id = row.id;
  if (row.rowNumber !== undefined) plain.rowNumber = row.rowNumber;
  if (entity.note !== undefined) plain.note = entity.note;
  for (const member of Object.values(entityMetadata(entity.constructor).members)) {
    const { name } = member;
    const isCustom = member.kind === 'field' && member.custom !== undefined;
    const value = row[name] === undefined && !isCustom ? undefined : entity.get(name);
    if (value !== undefined) plain[name] = plainValue(member.kind, value);
  }
  for (const name of strayNames(entity)) plain[name] = (entity as object as Record<string, unknown>)[name];
  const custom = plainCustom(entity);
  if (Object.keys(custom).length > 0) plain.custom = custom;
  return plain;
}

/** `custom` of a record, unwrapped. */
export function plainCustom(entity: Entity): Record<string, Record<string, unknown>> {
  const { row, decimals } = entity[STATE];
  const views = Object.entries(customTable(row)).map(([view, fields]) => {
    const cells = Object.entries(fields ?? {}).map(([field, cell]) => {
      return [field, readValue(cell, customType(cell), decimals)] as const;
    });
    return [view, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(views);
}

function plainValue(kind: MemberDefinition['kind'], value: unknown): unknown {
  if (kind === 'field' || kind === 'unknown' || value === null) return value;
  return kind === 'link' ? plainEntity(value as Entity) : Array.from(value as Iterable<Entity>, plainEntity);
}
