import { entityMetadata } from '../model/entity-metadata.js';
import { customCell } from '../record/custom-cell.js';
import { isRow, NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { sameValue } from '../wire/wire-value.js';
import { rowIdentity } from '../wire/row-identity.js';

/** Paths of the values that a save would send, with rows counted as they stand in the record: `Details[0].OrderQty`. */
export function changedPaths(target: object, base: WireRow, row: WireRow, path = ''): Set<string> {
  const changed = new Set<string>();
  for (const definition of Object.values(entityMetadata(target).members)) {
    const { name } = definition;
    if (definition.kind === 'field') {
      const place = definition.custom;
      const [before, now] =
        place === undefined ? [base[name], row[name]] : [customCell(base, place), customCell(row, place)];
      if (now !== before && !sameValue(before, now, definition.type)) changed.add(path + name);
    } else if (row[name] !== base[name]) {
      for (const [part, before, now] of changedParts(name, base[name], row[name])) {
        for (const found of changedPaths(definition.target(), before, now, `${path}${part}.`)) changed.add(found);
      }
    }
  }
  return changed;
}

function changedParts(name: string, base: unknown, row: unknown): [place: string, before: WireRow, now: WireRow][] {
  if (isRow(row)) return [[name, isRow(base) ? base : NO_ROW, row]];
  const before = new Map(rowsOf(base).map((part) => [rowIdentity(part), part]));
  return rowsOf(row).map((part, index) => [`${name}[${index}]`, before.get(rowIdentity(part)) ?? NO_ROW, part]);
}
