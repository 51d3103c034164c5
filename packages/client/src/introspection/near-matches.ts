/** Names that somebody may have meant, for the end of a sentence: ` (did you mean Customer, CustomerClass?)`, or ''. */
export function nearMatches(wrong: string, names: Iterable<string>): string {
  const near = closestNames(wrong, names);
  return near.length === 0 ? '' : ` (did you mean ${near.join(', ')}?)`;
}

/** Up to three names that are spelled nearly like `wrong`, or contain it, nearest first. */
export function closestNames(wrong: string, names: Iterable<string>): string[] {
  const sought = wrong.toLowerCase();
  const rated = [...names].map((name) => ({ name, distance: rate(sought, name.toLowerCase()) }));
  const bound = Math.max(2, Math.floor(sought.length / 3));
  const near = rated.filter(({ distance }) => distance <= bound);
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

function rate(sought: string, name: string): number {
  const distance = editDistance(sought, name);
  return sought.length >= 4 && name.includes(sought) ? Math.min(distance, 2) : distance;
}

/** Insertions, removals, replacements and swaps of neighbours that make one word of the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
