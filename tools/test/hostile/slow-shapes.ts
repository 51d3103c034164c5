import { hostileShapes } from './hostile-shapes.js';
import type { HostileShape } from './hostile-shapes.js';

/** A function that reads text from outside. What it gives or throws does not matter here. */
export interface Reader {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

/** Each is eight times the one before: a linear reader takes about eight times as long, a quadratic one sixty-four times. */
const LENGTHS = [1_500, 12_000, 96_000];
const SUSPICIOUS_GROWTH = 24;
/** What takes less than this says nothing about growth on a busy machine. */
const FLOOR_MS = 60;
const TRIES = 4;

/** The shapes for which a reader's time grows faster than their length. */
export function slowShapes({ read }: Reader, shapes: readonly HostileShape[] = hostileShapes): string[] {
  return shapes.filter(({ text }) => growsTooFast(read, LENGTHS.map(text))).map(({ name }) => name);
}

function growsTooFast(read: Reader['read'], texts: readonly string[]): boolean {
  let before = Infinity;
  for (const text of texts) {
    const bound = Math.max(FLOOR_MS, before * SUSPICIOUS_GROWTH);
    before = leastMs(read, text, bound);
    if (before > bound) return true;
  }
  return false;
}

/** Processor time, so that neighbours on the machine do not count; the least of several tries unless the first is good enough. */
function leastMs(read: Reader['read'], text: string, enough: number): number {
  let least = cpuMs(read, text);
  for (let attempt = 1; attempt < TRIES && least > enough; attempt += 1) least = Math.min(least, cpuMs(read, text));
  return least;
}

function cpuMs(read: Reader['read'], text: string): number {
  const start = process.cpuUsage();
  try {
    read(text);
  } catch {
    // A refusal is as good as an answer; how long it took is what counts.
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
