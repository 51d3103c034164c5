import { nearestNames } from '@acurecord/metadata';

/** Names that somebody may have meant, for the end of a sentence: ` (did you mean Customer, CustomerClass?)`, or ''. */
export function nearMatches(wrong: string, names: Iterable<string>): string {
  const near = nearestNames(wrong, names);
  return near.length === 0 ? '' : ` (did you mean ${near.join(', ')}?)`;
}
