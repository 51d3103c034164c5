/** Another seed made of a seed and a salt, equally random; for one salt, no two seeds give the same one. */
export function saltedSeed(seed: number, salt: number): number {
  let mixed = (seed ^ Math.imul(salt, 0x9e3779b1)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A salt made of a name (FNV-1a). */
export function saltOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
