import type { EntityModel, Member } from './schema-model.js';

const ordered = new WeakMap<ReadonlyMap<string, Member>, readonly (readonly [string, Member])[]>();

/** Compares as the ERP sorts the members of an answer: without regard to case, letter by letter. */
function compareNames(a: string, b: string): number {
  const [one, two] = [a.toUpperCase(), b.toUpperCase()];
  if (one === two) return a < b ? -1 : 1;
  return one < two ? -1 : 1;
}

/**
 * An entity's members as they come in answers: in alphabetical order without regard to case, whatever the order of the
 * document.
 */
export function inAnswerOrder({ members }: Pick<EntityModel, 'members'>): readonly (readonly [string, Member])[] {
  const known = ordered.get(members);
  if (known !== undefined) return known;
  const sorted = [...members].sort(([a], [b]) => compareNames(a, b));
  ordered.set(members, sorted);
  return sorted;
}
