/** One line of a benchmark: what was measured, its value, and the bound it is held against. */
export interface Measurement {
  readonly label: string;
  readonly value: number;
  /** Stands behind the value, such as `×` or `ms`. */
  readonly unit: string;
  /** The largest value that is acceptable; with `atLeast` the smallest. */
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Prints a measurement in one line; it judges nothing, since one run on a noisy machine proves nothing. */
export function report({ label, value, unit, atMost, atLeast }: Measurement): void {
  const bound = atMost !== undefined ? `at most ${atMost}` : atLeast !== undefined ? `at least ${atLeast}` : '';
  console.log(`${label.padEnd(72)} ${format(value).padStart(10)} ${unit.padEnd(4)} ${bound && `(${bound})`}`.trimEnd());
}

/** The middle of several runs, so that one pause of the machine does not decide. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds that `work` takes. */
export async function timeMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * The medians of two works that take turns, so that both meet the same moods of the machine.
 * `rounds` counts the pairs after one uncounted pair.
 */
export async function pairedMs(first: () => unknown, second: () => unknown, rounds = 15): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    const pair = [await timeMs(first), await timeMs(second)] as const;
    if (round >= 0) times.forEach((list, index) => list.push(pair[index] ?? Number.NaN));
  }
  return [median(times[0]), median(times[1])];
}

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(3);
}
