/**
 * The folders of `packages/metadata/src` as floors, from the ground up. A file may import from its own folder and from
 * the floors below; the rooms of one floor know nothing of each other.
 */
export const METADATA_FLOORS = [
  ['wire', 'knowledge'],
  ['schema'],
  ['gateway', 'model'],
  ['rules', 'changes'],
  ['record'],
  ['session', 'shape', 'transform'],
  ['query', 'save', 'file'],
  ['inquiry', 'action'],
  ['entity'],
  ['declare'],
  ['testing', 'index.ts'],
];

/** Imports that lead up, or across a floor: `wire/a.ts → entity/b.ts`. */
export function wrongWays(graph, floors) {
  const levels = new Map(floors.flatMap((rooms, level) => rooms.map((room) => [room, level])));
  const wrong = [];
  for (const [file, imported] of graph) {
    if (!levels.has(roomOf(file))) wrong.push(`${file} is in no folder that has a floor`);
    for (const target of imported) {
      const isInside = roomOf(file) === roomOf(target);
      if (!isInside && !(levels.get(roomOf(target)) < levels.get(roomOf(file)))) wrong.push(`${file} → ${target}`);
    }
  }
  return wrong;
}

function roomOf(file) {
  return file.split('/')[0];
}
