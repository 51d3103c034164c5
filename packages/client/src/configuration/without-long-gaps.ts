const LONGEST_GAP = 100;

/**
 * The same text with at most a hundred empty lines in a row: the reader of `.env` files looks at all that follow from
 * each of them.
 */
export function withoutLongGaps(text: string): string {
  let gap = 0;
  const kept = text.split('\n').filter((line) => {
    gap = line.trim() === '' ? gap + 1 : 0;
    return gap <= LONGEST_GAP;
  });
  return kept.join('\n');
}
