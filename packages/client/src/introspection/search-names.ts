import { nearestNames } from '@acurecord/errors';

/** The names that contain the text, whatever its case; where none does, those that are spelled nearly like it. */
export function searchNames(text: string, names: readonly string[]): string[] {
  const sought = text.toLowerCase();
  const containing = names.filter((name) => name.toLowerCase().includes(sought));
  return containing.length > 0 ? containing : nearestNames(text, names);
}
