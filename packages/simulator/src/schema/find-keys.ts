import { knownKeys } from './key-table.js';
import type { Member } from './schema-model.js';

/** Number-like names that identify a document of some type. */
const numbers = ['ReferenceNbr', 'RefNbr', 'OrderNbr', 'BatchNbr', 'Nbr'];
const endings = ['ID', 'CD', 'Nbr', 'Code', 'Number', 'Name'];

/**
 * Key fields of a top-level entity: the known ones where the entity has all of them, else a guess. The guess is, in
 * this order: `<Entity>ID`, `<Entity>CD`, `<Entity>Nbr`, `<Entity>Code`; the same with each shorter tail of the name
 * (`ShippingZones` → `ZoneID`); a number such as `ReferenceNbr`, preceded by `Type` where both exist; the first text field
 * ending in ID, CD, Nbr, Code, Number or Name; the first text field. Empty when it has no text field.
 */
export function findKeys(entity: string, members: ReadonlyMap<string, Member>): readonly string[] {
  const known = knownKeys(entity).find((keys) => keys.every((key) => members.get(key)?.kind === 'field'));
  if (known !== undefined) return known;
  const texts = textFields(members);
  const named = namesOf(entity).find((name) => texts.has(name));
  if (named !== undefined) return [named];
  const number = numbers.find((name) => texts.has(name));
  if (number !== undefined) return texts.has('Type') ? ['Type', number] : [number];
  const [first] = texts;
  const ending = endings.flatMap((end) => [...texts].filter((name) => name.endsWith(end)));
  const guess = ending[0] ?? first;
  return guess === undefined ? [] : [guess];
}

function textFields(members: ReadonlyMap<string, Member>): Set<string> {
  const names = [...members].flatMap(([name, member]) =>
    member.kind === 'field' && member.type === 'String' ? [name] : [],
  );
  return new Set(names);
}

/** `ItemSalesCategories` → ItemSalesCategoriesID, …, SalesCategoryID, …, CategoryID, …. */
function namesOf(entity: string): string[] {
  // eslint-disable-next-line regexp/no-super-linear-move -- names of entities are short, and the caller's own
  const words = entity.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|\d+/g) ?? [entity];
  const tails = words.map((_, index) => words.slice(index).join(''));
  const singulars = tails.flatMap((tail) => [tail, tail.replace(/ies$/, 'y').replace(/s$/, '')]);
  return [...new Set(singulars)].flatMap((tail) => ['ID', 'CD', 'Nbr', 'Code'].map((end) => tail + end));
}
