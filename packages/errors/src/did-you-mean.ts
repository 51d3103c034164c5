/**
 * What a message says of a name that nobody knows, with a blank before it: ` Did you mean Status or StatusDate?` after a
 * sentence, ` (did you mean Status or StatusDate?)` inside one; empty where no name is near.
 */
export function didYouMean(near: readonly string[], place: 'after' | 'inside' = 'after'): string {
  if (near.length === 0) return '';
  const names = near.join(' or ');
  return place === 'after' ? ` Did you mean ${names}?` : ` (did you mean ${names}?)`;
}
