import { entityMetadata } from '../model/entity-metadata.js';
import { isRow } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue, readValue } from '../wire/wire-value.js';
import { wireChanges } from './wire-changes.js';
import { customTable, customType } from '../record/custom-cell.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';

/** What `save()` would send, unwrapped. */
export function plainChanges(entity: Entity): Record<string, unknown> {
  const { base, row, decimals } = entity[STATE];
  return unwrap(entity.constructor, wireChanges(entity.constructor, base, row), decimals);
}

function unwrap(target: object, body: WireRow, decimals: 'number' | 'string'): Record<string, unknown> {
  const { members } = entityMetadata(target);
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    const definition = members[name];
    if (definition === undefined)
      changes[name] = name === 'custom' ? unwrapCustom(body) : name === 'note' ? rawValue(value) : value;
    else if (definition.kind === 'field') changes[name] = readValue(value, definition.type, decimals);
    else if (definition.kind === 'link')
      changes[name] = isRow(value) ? unwrap(definition.target(), value, decimals) : null;
    else changes[name] = (value as WireRow[]).map((row) => unwrap(definition.target(), row, decimals));
  }
  return changes;
}

function unwrapCustom(body: WireRow): Record<string, Record<string, unknown>> {
  const views = Object.entries(customTable(body)).map(([view, fields]) => {
    const values = Object.entries(fields ?? {}).map(
      ([field, cell]) => [field, readValue(cell, customType(cell))] as const,
    );
    return [view, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(views);
}
