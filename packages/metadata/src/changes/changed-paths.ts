import { entityMetadata } from '../model/entity-metadata.js';
import type { CustomTable } from '../wire/custom-table.js';
import type { MemberChange, RowChanges } from './row-changes.js';

/** Paths of the values that changes have, with rows counted as they stand in the record: `Details[0].OrderQty`. */
export function changedPaths({ target, members, custom }: RowChanges, path = ''): Set<string> {
  const own = [...members.flatMap((change) => memberPaths(change, path)), ...customPaths(target, custom, path)];
  return new Set(own);
}

/** A link or details that changed is named too: a rule may be about the whole. */
function memberPaths(change: MemberChange, path: string): string[] {
  if (change.kind === 'field') return [path + change.definition.name];
  const name = path + change.name;
  if (change.kind === 'unknown') return [name];
  if (change.kind === 'link')
    return [name, ...(change.changes === null ? [] : changedPaths(change.changes, `${name}.`))];
  const rows = change.rows.flatMap(({ place, changes }) =>
    changes === undefined ? [] : [...changedPaths(changes, `${name}[${place}].`)],
  );
  return [name, ...rows];
}

/** Fields outside the contract that the class declares have a name of their own. */
function customPaths(target: object, table: CustomTable | undefined, path: string): string[] {
  if (table === undefined) return [];
  return Object.values(entityMetadata(target).members).flatMap((definition) => {
    const place = definition.kind === 'field' ? definition.custom : undefined;
    return place !== undefined && table[place.view]?.[place.field] !== undefined ? [path + definition.name] : [];
  });
}
