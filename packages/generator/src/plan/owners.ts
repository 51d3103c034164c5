import type { EndpointSchema } from '@acurecord/metadata';
import { referencesOf } from './needed-entities.js';

/**
 * Which top-level entity each row entity belongs to, by name: the only one that leads to it without passing through
 * another top-level entity. A row entity that several of them use, or none, is not in the map: it is shared. The whole
 * endpoint counts, so that a class stays where it is when more entities are asked for.
 */
export function ownersOf(schema: EndpointSchema): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name, topLevel } of Object.values(schema.entities)) {
    if (!topLevel) continue;
    for (const row of rowsUnder(schema, name)) {
      if (owners.has(row)) shared.add(row);
      owners.set(row, name);
    }
  }
  for (const row of shared) owners.delete(row);
  return owners;
}

function rowsUnder(schema: EndpointSchema, top: string): Set<string> {
  const rows = new Set<string>();
  const waiting = [top];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const next of referencesOf(schema, name)) {
      if (rows.has(next) || schema.entities[next]?.topLevel !== false) continue;
      rows.add(next);
      waiting.push(next);
    }
  }
  return rows;
}
