import { entityMetadata } from '../decorators/entity-metadata.js';
import { customTable, customType } from './custom-cell.js';
import { readValue } from '../wire/wire-value.js';
import { DetailCollection } from './detail-collection.js';
import { Entity } from './entity.js';
import { STATE } from './entity-state.js';

/** A record as plain data, in the order of its members; what is not loaded is left out. */
export function plainEntity(entity: Entity): Record<string, unknown> {
  const { row } = entity[STATE];
  const plain: Record<string, unknown> = {};
  if (row.id !== undefined) plain.id = row.id;
  if (row.rowNumber !== undefined) plain.rowNumber = row.rowNumber;
  if (entity.note !== undefined) plain.note = entity.note;
  for (const name of Object.keys(entityMetadata(entity.constructor).members)) {
    const value = row[name] === undefined ? customValue(entity, name) : entity.get(name);
    if (value !== undefined) plain[name] = plainValue(value);
  }
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

function customValue(entity: Entity, name: string): unknown {
  const definition = entityMetadata(entity.constructor).members[name];
  return definition?.kind === 'field' && definition.custom !== undefined ? entity.get(name) : undefined;
}

function plainValue(value: unknown): unknown {
  if (value instanceof Entity) return plainEntity(value);
  return value instanceof DetailCollection ? value.map((row) => plainEntity(row as Entity)) : value;
}
