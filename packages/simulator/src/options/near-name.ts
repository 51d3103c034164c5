/** Longest name that is compared; nobody mistypes a longer one. */
const longest = 60;

/** How many letters have to be put in, left out, exchanged or swapped to make one name of another. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The name that was meant by another: one that it differs from by a slip, or that it contains. */
export function nearName(given: string, names: readonly string[]): string | undefined {
  const text = given.slice(0, longest).toLowerCase();
  const ranked = names
    .map((name) => ({ name, slips: distance(text, name.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips);
  const [best] = ranked;
  if (best !== undefined && best.slips <= Math.max(1, Math.floor(text.length / 4))) return best.name;
  return names.find(
    (name) => name.length > 3 && (text.includes(name.toLowerCase()) || name.toLowerCase().includes(text)),
  );
}
