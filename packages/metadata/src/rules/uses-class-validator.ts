import { entityMetadata } from '../model/entity-metadata.js';

/** Where class-validator keeps the rules of a program, whichever of its builds it runs. */
const STORAGE = 'classValidatorMetadataStorage';

/**
 * Whether rules of class-validator may hold for a class: its fields were given some, or the program has put some on any
 * class. Nobody else is made to load it: that takes longer than everything else in a first save.
 */
export function usesClassValidator(target: object): boolean {
  if (STORAGE in globalThis) return true;
  const members = Object.values(entityMetadata(target).members);
  return members.some((member) => member.kind === 'field' && (member.options.rules ?? []).length > 0);
}
