import { KEY_TABLE } from './key-table.js';

/**
 * Key fields of a well-known entity, in the order of its form; undefined for one that is in no catalogue. No endpoint
 * document has them. Some forms had other keys in other versions: where members are given, the keys are among them.
 */
export function knownKeys(entity: string, members?: Iterable<string>): readonly string[] | undefined {
  const known = Object.hasOwn(KEY_TABLE, entity) ? KEY_TABLE[entity]?.keys : undefined;
  if (known === undefined || members === undefined) return known?.[0];
  const names = new Set(members);
  return known.find((keys) => keys.every((key) => names.has(key)));
}
