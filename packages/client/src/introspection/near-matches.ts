import { didYouMean, nearestNames } from '@acurecord/errors';

/** Names that somebody may have meant, inside a sentence: ` (did you mean Customer or CustomerClass?)`, or ''. */
export function nearMatches(wrong: string, names: Iterable<string>): string {
  return didYouMean(nearestNames(wrong, names), 'inside');
}
